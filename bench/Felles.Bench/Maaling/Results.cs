using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Felles.Bench.Maaling;

/// <summary>Raw figures, one JSON line for each run, in bench/results/.</summary>
internal static class Results
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Keep(string scenario, object figures)
    {
        var folder = Path.Combine(Root(), "bench", "results");
        Directory.CreateDirectory(folder);
        var line = JsonSerializer.Serialize(
            new
            {
                scenario,
                time = TimeProvider.System.GetUtcNow(),
                runtime = RuntimeInformation.FrameworkDescription,
                processors = Environment.ProcessorCount,
                figures,
            },
            Json);
        File.AppendAllText(Path.Combine(folder, scenario + ".jsonl"), line + "\n");
    }

    /// <summary>The middle value; with an even count the lower of the two, so that it is a figure that was seen.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[(sorted.Length - 1) / 2];
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Felles.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}

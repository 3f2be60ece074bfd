using Felles.Bench.Maaling;

namespace Felles.Bench.Scenarier;

/// <summary>From the start of the process to its first answer, with a database that exists, beside a bare Kestrel's.</summary>
internal static class Oppstart
{
    private const int Persons = 100_000;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("felles-bench-");
        var file = Path.GetTempFileName();
        try
        {
            await using (var first = await Sandkasse.StartOnAsync(folder, null, Persons))
            {
                Console.WriteLine($"First start with {Persons} new persons: {first.StartTime.TotalSeconds:0.0} s");
            }

            var starts = new List<double>();
            var bareStarts = new List<double>();
            var memory = new List<double>();
            for (var i = 0; i < Runder.Antall; i++)
            {
                var address = Sandkasse.FreeAddress();
                await using (var bare = await ServerProcess.StartAsync(
                    typeof(Oppstart).Assembly.Location, address, "/ready", "bare-kestrel", address.ToString(), file))
                {
                    bareStarts.Add(bare.StartTime.TotalSeconds);
                }

                await using var felles = await Sandkasse.StartOnAsync(folder, null, Persons);
                starts.Add(felles.StartTime.TotalSeconds);
                // Memory of a program that has worked, not of one that has just begun.
                await felles.MeasureAsync(to => Wrk.RunAsync(to, ["/"], TimeSpan.FromSeconds(3), 16));
                memory.Add(PrivateMegabytes(felles));
                Console.WriteLine($"  {starts[^1]:0.00} s, {memory[^1]:0} MB private | bare {bareStarts[^1]:0.00} s");
            }

            Results.Keep("oppstart", new { persons = Persons, starts, bareStarts, privateMegabytes = memory });
            var (start, megabytes) = (Results.Median(starts), Results.Median(memory));
            Console.WriteLine(
                $"Start {start:0.00} s (bar ≤ 1.5), bare Kestrel {Results.Median(bareStarts):0.00} s; "
                + $"private memory {megabytes:0} MB (bar ≤ 250)");
            return start <= 1.5 && megabytes <= 250 ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Private resident pages: what this process alone keeps in memory.</summary>
    private static double PrivateMegabytes(ServerProcess server) => File
        .ReadLines($"/proc/{server.Process.Id}/smaps_rollup")
        .Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
        .Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])) / 1024;
}

using Felles.Testing;

namespace Felles.Contract.Tests.Http;

public sealed class HttpFileTests
{
    public static TheoryData<string> Files { get; } = [.. Directory.GetFiles(Folder(), "*.http").Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_call_in_the_documents_answers_as_it_says(string file)
    {
        await using var vert = await FellesVert.StartAsync();
        var wrong = new List<string>();
        var calls = 0;
        await foreach (
            var (call, expected, answered, body) in new HttpFile(Path.Combine(Folder(), file)).RunAsync(vert.Client, vert.Address))
        {
            calls++;
            if (answered != expected)
            {
                wrong.Add($"{call}: {answered}, not {expected}\n{body}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
        Assert.True(calls > 3);
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Felles.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "docs", "http");
    }
}

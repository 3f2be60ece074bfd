using System.Text;
using System.Text.Json;
using Felles.Bench.Maaling;

namespace Felles.Bench.Scenarier;

/// <summary>1 000 persons in one call.</summary>
internal static class Bulk
{
    private const int Connections = 4;
    private const string Path = "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/bulkoppslag";

    public static async Task<int> RunAsync()
    {
        await using var sandkasse = await Sandkasse.StartAsync(database: null, 10_000);
        var numbers = await sandkasse.PersonsAsync(1_000);
        var body = JsonSerializer.Serialize(new { foedselsEllerDNummer = numbers });
        var file = System.IO.Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await AnswerAsync(sandkasse, body));
        var address = Sandkasse.FreeAddress();
        await using var bare = await ServerProcess.StartAsync(
            typeof(Bulk).Assembly.Location, address, "/ready", "bare-kestrel", address.ToString(), file);

        var seen = await Runder.KjoerAsync(
            async time =>
            {
                var authorization = "Bearer " + await sandkasse.TokenAsync("kommune", "folkeregister:deling/offentligmedhjemmel");
                return await sandkasse.Server.MeasureAsync(to => Wrk.RunAsync(to, [Path], time, Connections, authorization, body));
            },
            time => bare.MeasureAsync(to => Wrk.RunAsync(to, ["/personer/1"], time, Connections)));
        File.Delete(file);

        Results.Keep("bulk", new { generator = "wrk", Connections, persons = numbers.Count, seen.Runder });
        Console.WriteLine(
            $"CPU {seen.CpuMicroseconds / 1000:0.0} ms per call of {numbers.Count} persons (bar ≤ 40), "
            + $"counterpart {seen.BareCpuMicroseconds / 1000:0.0} ms for the same bytes from memory");
        return seen.CpuMicroseconds <= 40_000 ? 0 : 1;
    }

    private static async Task<byte[]> AnswerAsync(Sandkasse sandkasse, string body)
    {
        using var http = new HttpClient { BaseAddress = sandkasse.Server.Address };
        http.DefaultRequestHeaders.Authorization =
            new("Bearer", await sandkasse.TokenAsync("kommune", "folkeregister:deling/offentligmedhjemmel"));
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(Path, content);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }
}

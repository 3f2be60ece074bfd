using System.Diagnostics;
using System.Text;
using Felles.Bench.Maaling;
using Felles.Client.Administrasjon;

namespace Felles.Bench.Scenarier;

/// <summary>Pages of a thousand events: each for the first time, and one of them again and again.</summary>
internal static class Feed
{
    private const int Persons = 10_000;
    private const int PageSize = 1_000;
    private const string Hendelser = "/folkeregisteret/offentlig-med-hjemmel/api/v1/hendelser/";
    private const string Path = Hendelser + "feed?seq=";
    private const string Scope = "folkeregister:deling/offentligmedhjemmel";

    public static async Task<int> RunAsync()
    {
        await using var sandkasse = await Sandkasse.StartAsync(database: null, Persons);
        await ChangeEverybodyAsync(sandkasse);
        using (var http = await sandkasse.HttpAsync("kommune", Scope))
        {
            await PagesAsync(http, Enumerable.Range(1, 500)); // compiled
        }

        var first = await FirstTimeAsync(sandkasse);
        var again = new List<double>();
        for (var i = 0; i < Runder.Antall; i++)
        {
            var authorization = "Bearer " + await sandkasse.TokenAsync("kommune", Scope);
            var seen = await sandkasse.Server.MeasureAsync(to => Wrk.RunAsync(to, [Path + 1], Runder.Lengde, 8, authorization));
            again.Add(seen.CpuMicroseconds);
        }

        Results.Keep("feed", new { pageSize = PageSize, firstMilliseconds = first, againMicroseconds = again });
        Console.WriteLine(
            $"page of {PageSize} events: {first:0.00} ms CPU the first time (bar ≤ 5), {Results.Median(again):0.0} µs afterwards (bar ≤ 50)");
        return first <= 5 && Results.Median(again) <= 50 ? 0 : 1;
    }

    /// <summary>CPU for each of a thousand pages that start at numbers nobody has asked from.</summary>
    private static async Task<double> FirstTimeAsync(Sandkasse sandkasse)
    {
        using var http = await sandkasse.HttpAsync("kommune", Scope);
        var before = ProcessCpu.Of(sandkasse.Server.Process);
        await PagesAsync(http, Enumerable.Range(1_001, 1_000));
        return (ProcessCpu.Of(sandkasse.Server.Process) - before).TotalMilliseconds / 1_000;
    }

    private static async Task PagesAsync(HttpClient http, IEnumerable<int> starts)
    {
        foreach (var seq in starts)
        {
            using var answer = await http.GetAsync(Path + seq);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
        }
    }

    /// <summary>Every person gets another document and so an event, as by a run of corrections.</summary>
    private static async Task ChangeEverybodyAsync(Sandkasse sandkasse)
    {
        var lines = new StringBuilder();
        foreach (var document in await sandkasse.FirstDocumentsAsync(Persons))
        {
            var changed = document.GetRawText().Replace("\"kilde\":\"", "\"kilde\":\"x", StringComparison.Ordinal);
            lines.Append(changed).Append('\n');
        }

        using var drift = sandkasse.Client("drift");
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(lines.ToString()));
        var imported = await drift.Administrasjon.ImporterAsync(Registertype.Personer, file);
        imported.Match(_ => true, a => throw new InvalidOperationException(a.ToString()));
        await WaitForEventsAsync(sandkasse);
    }

    private static async Task WaitForEventsAsync(Sandkasse sandkasse)
    {
        using var http = await sandkasse.HttpAsync("kommune", Scope);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (int.Parse(await http.GetStringAsync(Hendelser + "siste/sekvensnummer")) >= Persons)
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The events did not get their numbers within a minute.");
    }
}

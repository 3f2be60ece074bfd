using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Felles.Bench.Maaling;
using Felles.Testing.Databaser;

namespace Felles.Bench.Scenarier;

/// <summary>A complete extract: ordered, polled and read to its end, as a consumer does for its first load.</summary>
internal static class Uttrekk
{
    private const int Persons = 200_000;
    private const int Rounds = 3;
    private const string Package = "/folkeregisteret/offentlig-med-hjemmel/api/v1/";

    public static async Task<int> RunAsync()
    {
        var sqlite = await RunAsync("SQLite", null);
        var postgreSql = await RunAsync("PostgreSQL", await PostgreSqlServer.CreateDatabaseAsync());
        Results.Keep("uttrekk", new { persons = Persons, sqlite, postgreSql });
        var (a, b) = (Results.Median(sqlite.Select(u => u.PerSecond)), Results.Median(postgreSql.Select(u => u.PerSecond)));
        Console.WriteLine($"{a:0} documents/s on SQLite, {b:0} on PostgreSQL, from the order to the empty batch (bar ≥ 20 000)");
        return a >= 20_000 && b >= 20_000 ? 0 : 1;
    }

    private static async Task<List<Uttatt>> RunAsync(string name, string? database)
    {
        await using var sandkasse = await Sandkasse.StartAsync(database, Persons);
        var seen = new List<Uttatt>();
        for (var i = 0; i < Rounds; i++)
        {
            using var http = await sandkasse.HttpAsync("kommune", "folkeregister:deling/offentligmedhjemmel");
            var cpu = ProcessCpu.Of(sandkasse.Server.Process);
            var clock = Stopwatch.StartNew();
            var documents = await ReadAsync(http, await OrderAsync(http));
            seen.Add(new Uttatt(documents, clock.Elapsed.TotalSeconds, (ProcessCpu.Of(sandkasse.Server.Process) - cpu).TotalSeconds));
            Console.WriteLine($"  {name} {seen[^1]}");
        }

        return seen;
    }

    private static async Task<string> OrderAsync(HttpClient http)
    {
        using var answer = JsonDocument.Parse(await http.GetStringAsync(Package + "uttrekk/komplett"));
        return answer.RootElement.GetProperty("jobbId").GetString()!;
    }

    private static async Task<int> ReadAsync(HttpClient http, string job)
    {
        var documents = 0;
        for (var batch = 0; ;)
        {
            using var answer = await http.GetAsync($"{Package}uttrekk/{job}/batch/{batch}");
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                await Task.Delay(20);
                continue;
            }

            answer.EnsureSuccessStatusCode();
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
            if (!body.RootElement.TryGetProperty("dokumentidentifikator", out var ids))
            {
                return documents;
            }

            documents += ids.GetArrayLength();
            batch++;
        }
    }
}

internal sealed record Uttatt(int Documents, double Seconds, double CpuSeconds)
{
    public double PerSecond => Documents / Seconds;

    public override string ToString() => $"{Documents} documents, {PerSecond:0}/s, {CpuSeconds * 1e6 / Documents:0.0} µs CPU each";
}

using System.Diagnostics;
using System.Text.Json;
using Felles.Bench.Maaling;
using Felles.Testing.Databaser;

namespace Felles.Bench.Scenarier;

/// <summary>
/// Searches as case workers make them, one at a time, each a new one: a name and a street, a name and a birth year, a postal code …
/// </summary>
internal static class Soek
{
    private const int Persons = 200_000;
    private const int Asked = 400;
    private const string Package = "/folkeregisteret/offentlig-med-hjemmel/api/v1/";

    public static async Task<int> RunAsync()
    {
        var bad = 0;
        foreach (var (name, database) in new[] { ("SQLite", null), ("PostgreSQL", await PostgreSqlServer.CreateDatabaseAsync()) })
        {
            await using var sandkasse = await Sandkasse.StartAsync(database, Persons);
            bad += await MeasureAsync(sandkasse, name, Persons);
        }

        return bad == 0 ? 0 : 1;
    }

    /// <summary>The number of kinds of search that are slower than the bar.</summary>
    public static async Task<int> MeasureAsync(Sandkasse sandkasse, string name, int persons)
    {
        var kinds = Kinds([.. await sandkasse.FirstDocumentsAsync(Asked)]);
        using var http = await sandkasse.HttpAsync("kommune", "folkeregister:deling/offentligmedhjemmel");
        var figures = new List<object>();
        var slow = 0;
        foreach (var (kind, queries) in kinds)
        {
            var (times, hits) = await AskAsync(http, queries);
            var p95 = times[times.Count * 95 / 100];
            slow += p95 <= 50 ? 0 : 1;
            figures.Add(new
            {
                kind,
                asked = times.Count,
                medianMs = Results.Median(times),
                p95Ms = p95,
                medianHits = Results.Median(hits),
                maxHits = hits.Max(),
            });
            Console.WriteLine(
                $"  {name} {kind,-28} median {Results.Median(times),6:0.0} ms, p95 {p95,6:0.0} ms, "
                + $"{Results.Median(hits):0} hits (at most {hits.Max():0})");
        }

        Results.Keep("soek", new { database = name, persons, kinds = figures });
        Console.WriteLine($"{kinds.Count - slow} of {kinds.Count} kinds of search with p95 ≤ 50 ms (bar: all with up to 1 000 hits)");
        return slow;
    }

    private static async Task<(List<double> Times, List<double> Hits)> AskAsync(HttpClient http, IEnumerable<string> queries)
    {
        var times = new List<double>();
        var hits = new List<double>();
        foreach (var query in queries)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await http.GetAsync(Package + query);
            var body = await answer.Content.ReadAsByteArrayAsync();
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (!answer.IsSuccessStatusCode)
            {
                // More hits than can be answered, or than one: counted as slow or fast as any other.
                hits.Add(0);
                continue;
            }

            using var json = JsonDocument.Parse(body);
            hits.Add(json.RootElement.TryGetProperty("foedselsEllerDNummer", out var numbers) ? numbers.GetArrayLength() : 1);
        }

        times.Sort();
        return (times, hits);
    }

    private static Dictionary<string, List<string>> Kinds(IReadOnlyList<JsonElement> documents)
    {
        var people = documents.Select(Person.Of).OfType<Person>().ToList();
        List<string> Each(Func<Person, string> query) => [.. people.Select(query)];
        return new()
        {
            ["navn"] = Each(p => $"personer/soek?navn={p.First}%20{p.Last}"),
            ["navn, fonetisk"] = Each(p => $"personer/soek?navn={p.First}%20{p.Last}&soekFonetisk=true"),
            ["navn og fødselsår"] = Each(p => $"personer/soek?navn={p.Last}&foedselsaarFraOgMed={p.Year}&foedselsaarTilOgMed={p.Year}"),
            ["gate og husnummer"] = Each(p => $"personer/soek?adressenavn={Uri.EscapeDataString(p.Street)}&husnummer={p.House}"),
            ["navn og postnummer"] = Each(p => $"personer/soek?navn={p.Last}&postnummer={p.PostalCode}"),
            ["fødselsdato"] = Each(p => $"personer/soek?foedselsdato={p.Born}"),
            ["entydig: navn og fødselsdato"] = Each(p => $"personer/entydigsoek?navn={p.First}%20{p.Last}&foedselsdato={p.Born}"),
        };
    }

    /// <summary>What a person with a street address is asked for by.</summary>
    private sealed record Person(string First, string Last, string Born, string Year, string Street, string House, string PostalCode)
    {
        public static Person? Of(JsonElement document)
        {
            if (!document.TryGetProperty("bostedsadresse", out var homes) || !homes[0].TryGetProperty("vegadresse", out var street)
                || !street.TryGetProperty("adressenummer", out var house) || !street.TryGetProperty("poststed", out var place))
            {
                return null;
            }

            var name = document.GetProperty("navn")[0];
            var birth = document.GetProperty("foedsel")[0];
            return new Person(
                Uri.EscapeDataString(name.GetProperty("fornavn").GetString()!.Split(' ')[0]),
                Uri.EscapeDataString(name.GetProperty("etternavn").GetString()!.Split(' ')[^1]),
                birth.GetProperty("foedselsdato").GetString()!.Replace("-", "", StringComparison.Ordinal),
                birth.GetProperty("foedselsaar").GetString()!,
                street.GetProperty("adressenavn").GetString()!,
                house.GetProperty("husnummer").GetString()!
                    + (house.TryGetProperty("husbokstav", out var letter) ? letter.GetString() : ""),
                place.GetProperty("postnummer").GetString()!);
        }
    }
}

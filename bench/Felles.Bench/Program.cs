using Felles.Bench.Motstykker;
using Felles.Bench.Scenarier;

var scenarios = new Dictionary<string, (string What, Func<Task<int>> Run)>
{
    ["oppslag-sqlite"] = ("one person, SQLite, beside a bare Kestrel endpoint", Oppslag.SqliteAsync),
    ["oppslag-postgresql"] = ("one person, PostgreSQL, beside a bare Npgsql point select", Oppslag.PostgreSqlAsync),
    ["oppslag-20000"] = ("one person, before and after 20 000 organisations have rights", Oppslag.ManyOrganisationsAsync),
    ["bulk"] = ("1 000 persons in one call", Bulk.RunAsync),
    ["token"] = ("tokens, beside RSA verification and signature alone", Token.RunAsync),
    ["befolkning"] = ("200 000 persons made and loaded, on both databases, beside rows stored and nothing else", Befolkning.RunAsync),
    ["befolkning-norge"] = ("5.55 million made, loaded and looked up in; takes 30 GB of disk", Befolkning.NorgeAsync),
    ["feed"] = ("pages of a thousand events, for the first time and again", Feed.RunAsync),
    ["soek"] = ("searches among 200 000 persons, on both databases", Soek.RunAsync),
    ["uttrekk"] = ("a complete extract of 200 000 persons, on both databases", Uttrekk.RunAsync),
    ["oppstart"] = ("start with an existing database of 100 000 persons", Oppstart.RunAsync),
};

switch (args)
{
    // The counterparts run in processes of their own, started by the scenarios.
    case ["bare-kestrel", var url, var file]:
        await BareKestrel.RunAsync(url, file);
        return 0;
    case ["bare-npgsql", var url, var connectionString]:
        await BareNpgsql.RunAsync(url, connectionString);
        return 0;
    case [var name] when scenarios.TryGetValue(name, out var scenario):
        return await scenario.Run();
    case ["alle"]:
        var worst = 0;
        foreach (var (each, (what, run)) in scenarios.Where(s => s.Key != "befolkning-norge"))
        {
            Console.WriteLine($"== {each}: {what}");
            worst = Math.Max(worst, await run());
        }

        return worst;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Felles.Bench -- SCENARIO");
        foreach (var (each, (what, _)) in scenarios)
        {
            Console.Error.WriteLine($"  {each,-20} {what}");
        }

        Console.Error.WriteLine($"  {"alle",-20} all of them but befolkning-norge");
        return 2;
}

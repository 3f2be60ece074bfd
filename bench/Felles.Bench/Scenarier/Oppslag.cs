using Felles.Bench.Maaling;
using Felles.Testing.Databaser;
using Npgsql;

namespace Felles.Bench.Scenarier;

/// <summary>One person looked up over and over: token check, package plan and durable log included.</summary>
internal static class Oppslag
{
    private const int Persons = 10_000;
    private const int Asked = 1_000;
    private const int Connections = 256;
    private const string Scope = "folkeregister:deling/offentligmedhjemmel";
    private const string Path = "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/";

    public static async Task<int> SqliteAsync()
    {
        await using var sandkasse = await Sandkasse.StartAsync(database: null, Persons);
        var numbers = await sandkasse.PersonsAsync(Asked);
        var file = System.IO.Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await MiddleDocumentAsync(sandkasse, numbers));
        var address = Sandkasse.FreeAddress();
        await using var bare = await BareAsync(address, "bare-kestrel", address.ToString(), file);
        var seen = await CompareAsync(sandkasse, numbers, bare);
        File.Delete(file);
        return Tell("oppslag-sqlite", seen, "a bare Kestrel endpoint with the same bytes in memory", ratioBar: .6, cpuBar: 45);
    }

    public static async Task<int> PostgreSqlAsync()
    {
        var database = await PostgreSqlServer.CreateDatabaseAsync();
        await using var sandkasse = await Sandkasse.StartAsync(database + ";Maximum Pool Size=64", Persons);
        var numbers = await sandkasse.PersonsAsync(Asked);
        await FillBareTableAsync(sandkasse, database, numbers);
        var address = Sandkasse.FreeAddress();
        await using var bare = await BareAsync(address, "bare-npgsql", address.ToString(), database + ";Maximum Pool Size=64");
        var seen = await CompareAsync(sandkasse, numbers, bare);
        return Tell("oppslag-postgresql", seen, "a bare Npgsql point select of the same bytes", ratioBar: .8, cpuBar: null);
    }

    /// <summary>The same look-up before and after 20 000 more organisations got rights.</summary>
    public static async Task<int> ManyOrganisationsAsync()
    {
        await using var sandkasse = await Sandkasse.StartAsync(database: null, Persons);
        var numbers = await sandkasse.PersonsAsync(Asked);
        var paths = numbers.Select(n => Path + n).ToList();
        // Long enough for the compiler to be done: the rounds before and after do not alternate.
        await MeasureAsync(sandkasse, paths, TimeSpan.FromSeconds(15));
        var before = new List<double>();
        for (var i = 0; i < Runder.Antall; i++)
        {
            before.Add((await MeasureAsync(sandkasse, paths, Runder.Lengde)).CpuMicroseconds);
        }

        await Organisasjoner.GiRettigheterAsync(sandkasse, 20_000, Scope);
        var after = new List<double>();
        for (var i = 0; i < Runder.Antall; i++)
        {
            after.Add((await MeasureAsync(sandkasse, paths, Runder.Lengde)).CpuMicroseconds);
        }

        var ratio = Results.Median(after) / Results.Median(before);
        Results.Keep("oppslag-20000", new { before, after, ratio });
        Console.WriteLine(
            $"CPU per look-up {Results.Median(before):0.0} µs before, {Results.Median(after):0.0} µs after: {ratio:0.00} (bar ≤ 1.1)");
        return ratio <= 1.1 ? 0 : 1;
    }

    /// <summary>Two registers of different size in turn, each asked for a thousand of its own persons.</summary>
    public static async Task<Sammenligning> CompareSizesAsync(Sandkasse large, Sandkasse small)
    {
        var (mange, faa) = (await PathsAsync(large), await PathsAsync(small));
        return await Runder.KjoerAsync(time => MeasureAsync(large, mange, time), time => MeasureAsync(small, faa, time));
    }

    private static async Task<List<string>> PathsAsync(Sandkasse sandkasse) =>
        [.. (await sandkasse.FirstPersonsAsync(Asked)).Select(n => Path + n)];

    private static Task<ServerProcess> BareAsync(Uri address, params string[] arguments) =>
        ServerProcess.StartAsync(typeof(Oppslag).Assembly.Location, address, "/ready", arguments);

    private static Task<Sammenligning> CompareAsync(Sandkasse sandkasse, IReadOnlyList<string> numbers, ServerProcess bare)
    {
        var paths = numbers.Select(n => Path + n).ToList();
        var barePaths = numbers.Select(n => "/personer/" + n).ToList();
        // The counterpart gets the same header, so that both read as many bytes.
        return Runder.KjoerAsync(
            time => MeasureAsync(sandkasse, paths, time),
            async time =>
            {
                var authorization = await AuthorizationAsync(sandkasse);
                return await bare.MeasureAsync(to => Wrk.RunAsync(to, barePaths, time, Connections, authorization));
            });
    }

    private static async Task<string> AuthorizationAsync(Sandkasse sandkasse) =>
        "Bearer " + await sandkasse.TokenAsync("kommune", Scope);

    private static async Task<Measured> MeasureAsync(Sandkasse sandkasse, IReadOnlyList<string> paths, TimeSpan time)
    {
        var authorization = await AuthorizationAsync(sandkasse);
        return await sandkasse.Server.MeasureAsync(to => Wrk.RunAsync(to, paths, time, Connections, authorization));
    }

    /// <summary>The document of middle size, so that the counterpart sends as many bytes as Felles does on the whole.</summary>
    public static async Task<byte[]> MiddleDocumentAsync(Sandkasse sandkasse, IReadOnlyList<string> numbers)
    {
        var documents = new List<byte[]>();
        foreach (var number in numbers)
        {
            documents.Add(await sandkasse.DocumentAsync(number));
        }

        var mean = documents.Average(d => d.Length);
        return documents.MinBy(d => Math.Abs(d.Length - mean))!;
    }

    private static async Task FillBareTableAsync(Sandkasse sandkasse, string database, IReadOnlyList<string> numbers)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand("create table bare (id bigint primary key, innhold bytea not null)", connection))
        {
            await create.ExecuteNonQueryAsync();
        }

        foreach (var number in numbers)
        {
            await using var insert = new NpgsqlCommand("insert into bare values ($1, $2)", connection);
            insert.Parameters.Add(new NpgsqlParameter { Value = long.Parse(number) });
            insert.Parameters.Add(new NpgsqlParameter { Value = await sandkasse.DocumentAsync(number) });
            await insert.ExecuteNonQueryAsync();
        }
    }

    private static int Tell(string scenario, Sammenligning seen, string counterpart, double ratioBar, double? cpuBar)
    {
        Results.Keep(scenario, new { generator = "wrk", Connections, seen.Runder });
        Console.WriteLine($"{seen.PerSecond:0} look-ups/s, {seen.Ratio:0.00} of {counterpart} (bar ≥ {ratioBar})");
        var bar = cpuBar is null ? "" : $" (bar ≤ {cpuBar})";
        Console.WriteLine($"CPU {seen.CpuMicroseconds:0.0} µs per look-up{bar}, counterpart {seen.BareCpuMicroseconds:0.0} µs");
        return seen.Ratio >= ratioBar && seen.CpuMicroseconds <= (cpuBar ?? double.MaxValue) ? 0 : 1;
    }
}

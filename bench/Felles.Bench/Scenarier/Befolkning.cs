using Felles.Bench.Maaling;
using Felles.Bench.Motstykker;
using Felles.Testing.Databaser;

namespace Felles.Bench.Scenarier;

/// <summary>A population made and loaded by the first start of the program, beside as many rows stored and nothing else.</summary>
internal static class Befolkning
{
    private const int Persons = 200_000;
    private const int Rounds = 3;

    // Next to nobody: little more than the fixed identities, which are in every population.
    private const int Few = 200;

    /// <summary>All of Norway.</summary>
    private const int Norge = 5_550_000;

    public static async Task<int> RunAsync()
    {
        var emptySqlite = await StartAsync(null, Few);
        var emptyPostgreSql = await StartAsync(await PostgreSqlServer.CreateDatabaseAsync(), Few);
        var sqlite = new List<Lastet>();
        var postgreSql = new List<Lastet>();
        var bare = new List<double>();
        var document = await MiddleDocumentAsync();
        for (var i = 0; i < Rounds; i++)
        {
            bare.Add(StoreBare(document));
            sqlite.Add(await StartAsync(null, Persons) - emptySqlite);
            postgreSql.Add(await StartAsync(await PostgreSqlServer.CreateDatabaseAsync(), Persons) - emptyPostgreSql);
            Console.WriteLine($"  SQLite {sqlite[^1]} | PostgreSQL {postgreSql[^1]} | bare rows {bare[^1]:0.0} µs");
        }

        Results.Keep("befolkning", new { persons = Persons, sqlite, postgreSql, bareMicroseconds = bare, emptySqlite, emptyPostgreSql });
        var (a, b) = (Results.Median(sqlite.Select(l => l.PerSecond)), Results.Median(postgreSql.Select(l => l.PerSecond)));
        var ratio = Results.Median(sqlite.Zip(bare, (made, stored) => made.CpuMicroseconds / stored));
        Console.WriteLine(
            $"{a:0} persons/s on SQLite, {b:0} on PostgreSQL (bar ≥ 20 000); on SQLite {ratio:0.0} times the CPU of storing as many bare rows");
        return a >= 20_000 && b >= 20_000 ? 0 : 1;
    }

    /// <summary>Norway made and loaded, and then looked up in, beside a register of ten thousand.</summary>
    public static async Task<int> NorgeAsync()
    {
        await using var norge = await Sandkasse.StartAsync(database: null, Norge);
        var time = norge.Server.StartTime;
        var made = new Lastet(Norge, time.TotalSeconds, ProcessCpu.Of(norge.Server.Process).TotalSeconds, 0);
        Console.WriteLine($"  {made}, ready after {time.TotalMinutes:0.0} minutes");
        await using var liten = await Sandkasse.StartAsync(database: null, 10_000);
        var seen = await Oppslag.CompareSizesAsync(norge, liten);
        Results.Keep("befolkning-norge", new { made, seen.Runder });
        var ratio = seen.CpuMicroseconds / seen.BareCpuMicroseconds;
        Console.WriteLine($"{Norge} persons in {time.TotalMinutes:0.0} minutes (bar ≤ 10)");
        Console.WriteLine(
            $"look-up {seen.CpuMicroseconds:0.0} µs CPU, among 10 000 {seen.BareCpuMicroseconds:0.0}: {ratio:0.00} times (bar ≤ 1.5)");
        var slow = await Soek.MeasureAsync(norge, "SQLite", Norge);
        return time.TotalMinutes <= 10 && ratio <= 1.5 && slow == 0 ? 0 : 1;
    }

    private static async Task<Lastet> StartAsync(string? database, int persons)
    {
        var before = database is null ? TimeSpan.Zero : await ProcessCpu.OfPostgreSqlAsync(database);
        await using var sandkasse = await Sandkasse.StartAsync(database, persons);
        var cpu = ProcessCpu.Of(sandkasse.Server.Process);
        var server = database is null ? TimeSpan.Zero : await ProcessCpu.OfPostgreSqlAsync(database) - before;
        return new Lastet(persons, sandkasse.Server.StartTime.TotalSeconds, cpu.TotalSeconds, server.TotalSeconds);
    }

    private static async Task<byte[]> MiddleDocumentAsync()
    {
        await using var sandkasse = await Sandkasse.StartAsync(database: null, 10_000);
        return await Oppslag.MiddleDocumentAsync(sandkasse, await sandkasse.PersonsAsync(1_000));
    }

    private static double StoreBare(byte[] document)
    {
        var folder = Directory.CreateTempSubdirectory("felles-bench-");
        try
        {
            return BareSqlite.Store(folder, document, Persons).TotalMicroseconds / Persons;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>A first start: from the start of the process until it is ready.</summary>
/// <param name="ServerCpuSeconds">Of the database's own processes.</param>
internal sealed record Lastet(int Persons, double Seconds, double CpuSeconds, double ServerCpuSeconds)
{
    public double PerSecond => Persons / Seconds;

    public double CpuMicroseconds => CpuSeconds * 1e6 / Persons;

    public double ServerMicroseconds => ServerCpuSeconds * 1e6 / Persons;

    /// <summary>What this start took beyond one that made next to nobody.</summary>
    public static Lastet operator -(Lastet one, Lastet empty) =>
        new(
            one.Persons - empty.Persons, one.Seconds - empty.Seconds, one.CpuSeconds - empty.CpuSeconds,
            one.ServerCpuSeconds - empty.ServerCpuSeconds);

    public override string ToString() =>
        $"{PerSecond:0} persons/s, {CpuMicroseconds:0.0} µs CPU each"
        + (ServerCpuSeconds > 0 ? $" and {ServerMicroseconds:0.0} in the database" : "");
}

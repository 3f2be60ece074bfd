using System.Diagnostics;
using System.IO.Pipelines;
using Felles.Bench.Maaling;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Contracts.Registrering;
using Felles.Host;
using Felles.Kernel.Identifikatorer;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Bench.Scenarier;

/// <summary>
/// Registrations, each a unit of its own: document, superseded version, search rows, event and event document, durable before it is
/// answered. In this process, because producers' services are not there yet; writers are as many as a busy host has calls at a time.
/// </summary>
internal static class Registreringslast
{
    private const int Persons = 10_000;
    private const int Writers = 64;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);
    private static readonly Registreringsgrunn Grunn = new("folkeregistermyndigheten", "Navneendring");

    public static async Task<int> RunAsync()
    {
        var sqlite = await RunAsync("SQLite", null);
        var postgreSql = await RunAsync("PostgreSQL", await PostgreSqlServer.CreateDatabaseAsync());
        Results.Keep("registrering", new { writers = Writers, sqlite, postgreSql });
        var (a, b) = (Results.Median(sqlite.Select(s => s.PerSecond)), Results.Median(postgreSql.Select(s => s.PerSecond)));
        Console.WriteLine($"{a:0} registrations/s on SQLite, {b:0} on PostgreSQL (bar ≥ 5 000)");
        return a >= 5_000 && b >= 5_000 ? 0 : 1;
    }

    private static async Task<List<Skrevet>> RunAsync(string name, string? database)
    {
        var folder = Directory.CreateTempSubdirectory("felles-bench-");
        await using var run = await FellesRun.StartAsync(
        [
            $"--urls={Sandkasse.FreeAddress().GetLeftPart(UriPartial.Authority)}", $"--Felles:DataDirectory={folder.FullName}",
            $"--Felles:Database={(database is null ? "sqlite" : database + ";Maximum Pool Size=80")}",
            $"--Felles:Population:Size={Persons}",
            "--Logging:LogLevel:Default=Warning",
        ]);
        var registreringer = run.App.Services.GetRequiredService<Registreringer>();
        var numbers = await NumbersAsync(run.App.Services.GetRequiredService<Personregister>());
        await WriteAsync(registreringer, numbers, TimeSpan.FromSeconds(5), database);
        var seen = new List<Skrevet>();
        for (var i = 0; i < 3; i++)
        {
            seen.Add(await WriteAsync(registreringer, numbers, Length, database));
            Console.WriteLine($"  {name} {seen[^1]}");
        }

        return seen;
    }

    private static async Task<Skrevet> WriteAsync(
        Registreringer registreringer, IReadOnlyList<Folkeregisteridentifikator> numbers, TimeSpan length, string? database)
    {
        using var self = Process.GetCurrentProcess();
        var cpu = ProcessCpu.Of(self);
        var server = database is null ? TimeSpan.Zero : await ProcessCpu.OfPostgreSqlAsync(database);
        var clock = Stopwatch.StartNew();
        var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(nr => Task.Run(async () =>
        {
            var count = 0L;
            for (var i = nr; clock.Elapsed < length; i += Writers)
            {
                var answer = await registreringer.UtfoerAsync(Opplysninger.Navn(
                    numbers[i % numbers.Count],
                    new Nyopplysning<Folkeregisterpersonnavn>(new() { Fornavn = "RASK", Etternavn = "TREKANT" + Letters(i) }),
                    Grunn));
                count += answer.Match(_ => 1, () => 0, _ => 0);
            }

            return count;
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        var serverCpu = database is null ? TimeSpan.Zero : await ProcessCpu.OfPostgreSqlAsync(database) - server;
        return new Skrevet(written.Sum(), seconds, (ProcessCpu.Of(self) - cpu).TotalSeconds, serverCpu.TotalSeconds);
    }

    // No two names of one person after each other are alike.
    private static string Letters(int nr) => string.Concat(nr.ToString().Select(digit => (char)('A' + (digit - '0'))));

    private static async Task<IReadOnlyList<Folkeregisteridentifikator>> NumbersAsync(Personregister register)
    {
        var pipe = new Pipe();
        var export = Task.Run(async () =>
        {
            await register.EksporterAsync(pipe.Writer);
            await pipe.Writer.CompleteAsync();
        });
        var numbers = new List<Folkeregisteridentifikator>();
        using var reader = new StreamReader(pipe.Reader.AsStream());
        while (await reader.ReadLineAsync() is { } line)
        {
            var person = Personleser.Les(System.Text.Encoding.UTF8.GetBytes(line));
            if (person.Doedsfall is null && person.Identifikasjonsnummer.FirstOrDefault(i => i.ErGjeldende != false) is { } number)
                numbers.Add(number.FoedselsEllerDNummer);
        }

        await export;
        return numbers;
    }
}

/// <summary>What was registered in one round.</summary>
internal sealed record Skrevet(long Registrations, double Seconds, double CpuSeconds, double ServerCpuSeconds)
{
    public double PerSecond => Registrations / Seconds;

    public override string ToString() =>
        $"{PerSecond:0}/s, {CpuSeconds * 1e6 / Registrations:0.0} µs CPU each, writers included"
        + (ServerCpuSeconds > 0 ? $", and {ServerCpuSeconds * 1e6 / Registrations:0.0} in the database" : "");
}

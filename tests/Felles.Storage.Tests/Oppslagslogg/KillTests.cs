using System.Diagnostics;
using Dapper;
using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Oppslagslogg;

public sealed class KillTests
{
    private const string Place = "FELLES_TEST_LOOKUP_LOG";
    private const string Told = "FELLES_TEST_LOOKUP_LOG_TOLD";

    [Theory, TestDatabases]
    public async Task A_process_killed_while_it_appends_has_every_acknowledged_record_afterwards(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var acknowledged = new HashSet<long>();
        for (var run = 0; run < 3; run++)
            acknowledged.UnionWith(await RunAndKillAsync(test.Place, enough: 500));

        // The next start seals what the killed writers left open.
        await (await test.StartAsync()).DisposeAsync();
        var report = await test.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(3, report.Segments);
        Assert.Empty(acknowledged.Except(await PersonsAsync(test)));
        Assert.True(acknowledged.Count >= 1500);
    }

    /// <summary>
    /// The process that is killed: this program, asked for this one method. 32 callers append, and every acknowledged key goes on a line of
    /// its own.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task Append_until_killed()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Place) is null, "Only meant as the child of another test.");
        var log = new LookupLog(LogUnderTest.Open(Environment.GetEnvironmentVariable(Place)!), new LookupLogOptions(), TimeProvider.System);
        await log.StartAsync();
        await using var told = new StreamWriter(Environment.GetEnvironmentVariable(Told)!) { AutoFlush = true };
        var lines = TextWriter.Synchronized(told);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var key = BitConverter.ToInt64(Guid.NewGuid().ToByteArray());
                await log.AppendAsync(Oppslag.Enkelt(key, 1));
                lines.WriteLine(key);
            }
        })));
    }

    private static async Task<List<long>> RunAndKillAsync(string place, int enough)
    {
        var told = Path.GetTempFileName();
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            ArgumentList = { "-explicit", "only", "-method", $"{typeof(KillTests).FullName}.{nameof(Append_until_killed)}" },
        };
        (start.Environment[Place], start.Environment[Told]) = (place, told);
        using var child = Process.Start(start)!;
        while (Lines(told).Count < enough)
        {
            Assert.False(child.HasExited);
            await Task.Delay(10);
        }

        child.Kill();
        await child.WaitForExitAsync();

        // The file was cut anywhere, so its last line may be half a number.
        var keys = Lines(told).SkipLast(1).Select(long.Parse).ToList();
        File.Delete(told);
        return keys;
    }

    private static List<string> Lines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static async Task<HashSet<long>> PersonsAsync(LogUnderTest test)
    {
        await using var connection = await test.Store.OpenReaderAsync(default);
        var found = new HashSet<long>();
        foreach (var payload in await connection.QueryAsync<byte[]>(test.Store.Sql("SELECT payload FROM oppslagslogg.block")))
        {
            var at = 0;
            while (RecordFrame.TryRead(payload, ref at, checkSum: true, out var frame))
            {
                Assert.True(RecordDecoder.TryRead(frame.Body, out var record));
                found.Add(record.Personer.Span[0]);
            }
        }

        return found;
    }
}

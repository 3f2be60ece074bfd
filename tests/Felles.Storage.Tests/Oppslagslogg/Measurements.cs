using System.Diagnostics;
using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>Figures for docs/performance.md. Run with <c>-explicit only -class "*.Measurements"</c> in a Release build.</summary>
public sealed class Measurements(ITestOutputHelper output)
{
    [Theory(Explicit = true), TestDatabases]
    public async Task Append_from_256_callers_then_verify_index_and_read(Dialect dialect)
    {
        const int callers = 256;
        const int records = 1_000_000;
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using (var log = await test.StartAsync())
        {
            await AppendAsync(log, callers, 20_000);
            await MeasureAsync("append", records, () => AppendAsync(log, callers, records));
        }

        await MeasureAsync("verify", records, async () => Assert.Empty((await test.VerifyAsync()).Faults));
        await MeasureAsync("index", records, () => new LookupLogIndex(test.Store, test.Options).CatchUpAsync());
        var reader = new LookupLogReader(test.Store);
        for (var i = 0; i < 5; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var page = await reader.ForPersonAsync(1, Oppslag.Start, Oppslag.Start.AddYears(1));
            Assert.Equal(50, page.Lookups.Count);
            output.WriteLine($"page of 50 among {records:N0}: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F1} ms");
        }

        async Task MeasureAsync(string what, int count, Func<Task> work)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var began = Stopwatch.GetTimestamp();
            await work();
            var (elapsed, used) = (Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - cpu);
            output.WriteLine($"{what}: {count / elapsed.TotalSeconds:N0} records/s, {used.TotalMicroseconds / count:F2} µs CPU per record");
        }
    }

    /// <summary>All about one person, the worst case of the index by person.</summary>
    private static async Task AppendAsync(LookupLog log, int callers, int records)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var record = Oppslag.Enkelt(1, 1);
            int number;
            while ((number = Interlocked.Increment(ref next)) <= records)
                await log.AppendAsync(record with { Tidspunkt = Oppslag.Start.AddMilliseconds(number) });
        })));
    }
}

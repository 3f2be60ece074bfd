using Dapper;
using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.Store;
using Felles.Storage.Oppslagslogg.Writing;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>Look-ups in January, February and March 2026, each month with two segments of two records.</summary>
public sealed class RetentionTests
{
    private static readonly DateTimeOffset January = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory, TestDatabases]
    public async Task A_new_month_begins_a_new_segment(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var clock = new StiltKlokke(January);
        await using (var log = await test.StartAsync(clock))
        {
            await log.AppendAsync(Oppslag.Enkelt(1, 1));
            clock.Now = January.AddMonths(1);
            await log.AppendAsync(Oppslag.Enkelt(1, 2));
        }

        var report = await test.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(2, report.Segments);
        Assert.Equal(
            [202601, 202602], (await test.ListAsync<long>("SELECT month FROM oppslagslogg.checkpoint WHERE kind = 2 ORDER BY number")));
    }

    [Theory, TestDatabases]
    public async Task A_host_that_slept_through_months_logs_at_once(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var clock = new StiltKlokke(January);
        await using var log = await test.StartAsync(clock);
        clock.Now = January.AddMonths(14);
        await log.AppendAsync(Oppslag.Enkelt(1, 1));
        Assert.Equal(202703, await test.QueryAsync<long>("SELECT month FROM oppslagslogg.block"));
    }

    [Theory, TestDatabases]
    public async Task An_old_segment_is_sealed_although_it_is_small(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var clock = new StiltKlokke(January);
        await using var log = await test.StartAsync(clock);
        await log.AppendAsync(Oppslag.Enkelt(1, 1));
        clock.Now += test.Options.SegmentAge;
        await log.AppendAsync(Oppslag.Enkelt(1, 2));
        await log.AppendAsync(Oppslag.Enkelt(1, 3));
        Assert.Equal(1, await test.QueryAsync<long>("SELECT count(*) FROM oppslagslogg.checkpoint WHERE kind = 2"));
    }

    [Theory, TestDatabases]
    public async Task Old_segments_go_whole_and_what_stays_is_still_proved(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        var anchor = (await test.VerifyAsync()).Head!;
        var dropped = await DropAsync(test, January.AddMonths(1).AddDays(5));
        Assert.Equal(3, dropped);
        var report = await test.VerifyAsync(anchor);
        Assert.Empty(report.Faults);
        Assert.Equal((3, 3, 6), (report.Segments, report.DroppedSegments, report.Records));
        if (dialect == Dialect.PostgreSql)
        {
            Assert.False(await test.QueryAsync<bool>("SELECT to_regclass('oppslagslogg.block_202601') IS NOT NULL"));
            Assert.True(await test.QueryAsync<bool>("SELECT to_regclass('oppslagslogg.block_202602') IS NOT NULL"));
        }
    }

    [Theory, TestDatabases]
    public async Task What_was_dropped_is_no_longer_read(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        var reader = new LookupLogReader(test.Store);
        Assert.Equal(12, (await reader.ForPersonAsync(1, January, January.AddYears(1))).Lookups.Count);
        await DropAsync(test, January.AddMonths(1).AddDays(5));
        Assert.Equal(6, (await reader.ForPersonAsync(1, January, January.AddYears(1))).Lookups.Count);
    }

    [Theory, TestDatabases]
    public async Task A_drop_that_was_interrupted_is_completed(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);

        // March is the month of the clock, so it is deleted in slices: the link is there, the last block is left.
        await DropAsync(test, January.AddMonths(3));
        Assert.Equal(0, await test.QueryAsync<long>("SELECT count(*) FROM oppslagslogg.block"));
        await test.TamperAsync("""
            INSERT INTO oppslagslogg.block (writer, number, segment, first_record, records, time, month, hash, payload)
            SELECT writer, last_block, segment, first_record, 1, time_to, month, end_hash, end_hash FROM oppslagslogg.checkpoint
                WHERE kind = 2 AND month = 202603
            """);
        Assert.Empty((await test.VerifyAsync()).Faults);
        Assert.Equal(0, await DropAsync(test, January.AddMonths(3)));
        Assert.Equal(0, await test.QueryAsync<long>("SELECT count(*) FROM oppslagslogg.block"));
    }

    [Theory, TestDatabases]
    public async Task A_drop_that_is_stopped_leaves_no_entry_of_a_person_behind(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        using var stop = new CancellationTokenSource();
        var store = new HookedStore(test.Store) { AfterMonth = stop.Cancel };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DropAsync(store, test, January.AddMonths(3), stop.Token));
        Assert.Equal(0, await DropAsync(test, January.AddMonths(3)));
        await using var index = await test.Store.OpenIndexAsync(default);
        Assert.Equal(0, await index.ExecuteScalarAsync<long>(test.Store.Sql("SELECT count(*) FROM oppslagslogg.index_page")));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_month_in_which_a_dead_writer_is_sealed_meanwhile_is_not_dropped_with_it(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        using (var dead = LogSession.Open(test.Store, new StiltKlokke(January), test.Options))
            dead.Append(Blokker.Batch());
        var store = new HookedStore(test.Store) { BeforeMonth = () => SealAbandoned(test) };
        await DropAsync(store, test, January.AddDays(20), default);
        var report = await test.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(1 + 8, report.Records);
    }

    [Theory, TestDatabases]
    public async Task A_seal_tells_the_times_and_the_month_of_its_blocks(Dialect dialect)
    {
        await using var test = await WriteAsync(dialect);
        const string Spans = """
            SELECT count(*) FROM oppslagslogg.checkpoint c JOIN (
                SELECT writer, segment, min(time) AS first, max(time) AS last, max(month) AS month
                FROM oppslagslogg.block GROUP BY writer, segment) b
            ON b.writer = c.writer AND b.segment = c.segment AND b.first = time_from AND b.last = time_to AND b.month = c.month
            WHERE kind = 2
            """;
        Assert.Equal(6, await test.QueryAsync<long>(Spans));
    }

    [Theory, TestDatabases]
    public async Task The_open_tail_is_never_dropped(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using var log = await test.StartAsync(new StiltKlokke(January));
        await log.AppendAsync(Oppslag.Enkelt(1, 1));
        Assert.Equal(0, await DropAsync(test, January.AddYears(1)));
        Assert.Equal(1, await test.QueryAsync<long>("SELECT count(*) FROM oppslagslogg.block"));
    }

    private static async Task<LogUnderTest> WriteAsync(Dialect dialect)
    {
        var test = await LogUnderTest.CreateAsync(dialect);
        test.Options.SegmentBytes = 600;

        // The test's clock leaps while the flusher looks whether a segment is old; here only the size may decide.
        test.Options.SegmentAge = TimeSpan.FromDays(400);
        var clock = new StiltKlokke(January);
        await using (var log = await test.StartAsync(clock))
        {
            for (var i = 0; i < 12; i++)
            {
                clock.Now = January.AddMonths(i / 4).AddDays(i % 4 / 2 * 10).AddHours(i);
                await log.AppendAsync(Oppslag.Enkelt(1, i, clock.Now));
            }
        }

        await new LookupLogIndex(test.Store, test.Options).CatchUpAsync();
        return test;
    }

    private static Task<int> DropAsync(LogUnderTest test, DateTimeOffset before) => DropAsync(test.Store, test, before, default);

    private static Task<int> DropAsync(LogStore store, LogUnderTest test, DateTimeOffset before, CancellationToken ct) =>
        new LookupLogRetention(store, new LookupLogIndex(store, test.Options), new StiltKlokke(January.AddMonths(2).AddDays(20)))
            .DropAsync(before, ct);

    private static void SealAbandoned(LogUnderTest test)
    {
        using var host = test.Store.OpenWriter();
        WriterRows.SealAbandoned(host, 1);
    }
}

using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.Checkpoints;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.Writing;
using Felles.Testing.Databaser;
using Microsoft.Extensions.Logging.Abstractions;

namespace Felles.Storage.Tests.Oppslagslogg;

public sealed class UpkeepTests
{
    [Theory, TestDatabases]
    public async Task Heads_are_appended_to_the_anchor_file_and_hold(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        test.Options.AnchorFile = Path.GetTempFileName();
        for (var start = 1; start <= 3; start++)
        {
            await using var upkeep = Upkeep(test, TimeProvider.System);
            await using var log = await StartAsync(test, upkeep, TimeProvider.System);
            await log.AppendAsync(Oppslag.Enkelt(1, start));
        }

        var anchors = await AnchorsAsync(test);
        File.Delete(test.Options.AnchorFile);
        Assert.Equal([2, 4, 6], anchors.Select(a => a.Number));
        Assert.Empty((await test.VerifyAsync(anchors)).Faults);
    }

    [Theory, TestDatabases]
    public async Task An_anchor_file_that_cannot_be_written_stops_no_look_up_and_gets_everything_later(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        test.Options.AnchorFile = Path.Combine(folder, "anker");
        test.Options.SegmentBytes = 1;
        await using (var upkeep = Upkeep(test, TimeProvider.System))
        await using (var log = await StartAsync(test, upkeep, TimeProvider.System))
        {
            upkeep.Start();
            for (var i = 0; i < 5; i++)
                await log.AppendAsync(Oppslag.Enkelt(1, i));
            Directory.CreateDirectory(folder);
        }

        var anchors = await AnchorsAsync(test);
        Directory.Delete(folder, recursive: true);
        Assert.Equal([2, 3, 4, 5, 6], anchors.Select(a => a.Number));
        Assert.Equal(1, await test.QueryAsync<long>("SELECT count(*) FROM oppslagslogg.writer"));
    }

    [Theory, TestDatabases]
    public async Task One_task_of_the_keeper_follows_at_once_on_another(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await (await test.StartAsync()).DisposeAsync();
        for (var i = 0; i < 50; i++)
            Assert.True(await new LookupLogIndex(test.Store, test.Options).CatchUpAsync());
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_host_that_never_comes_back_is_sealed_by_one_that_lives(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var clock = new StiltKlokke(Oppslag.Start);
        await using var upkeep = Upkeep(test, clock);
        await using var log = await StartAsync(test, upkeep, clock);
        upkeep.Start();
        using (var dead = LogSession.Open(test.Store, clock, test.Options))
            dead.Append(Blokker.Batch());
        clock.Now += TimeSpan.FromHours(1);

        // The sign of life goes with the dead host's connection, which the server notices a moment later.
        for (var attempt = 0; attempt < 200 && await SealedAsync(test) == 0; attempt++)
        {
            clock.Now += TimeSpan.FromHours(1);
            upkeep.Note(new LogProgress(test.Options.IndexAfterRecords, null));
            await Task.Delay(50);
        }

        Assert.Equal(1, await SealedAsync(test));
    }

    private static Task<long> SealedAsync(LogUnderTest test) =>
        test.QueryAsync<long>("SELECT count(*) FROM oppslagslogg.checkpoint WHERE kind = 2 AND reason = 5");

    private static LookupLogUpkeep Upkeep(LogUnderTest test, TimeProvider clock)
    {
        var index = new LookupLogIndex(test.Store, test.Options);
        var retention = new LookupLogRetention(test.Store, index, clock);
        return new LookupLogUpkeep(test.Store, index, retention, test.Options, clock, NullLogger<LookupLogUpkeep>.Instance);
    }

    private static async Task<LookupLog> StartAsync(LogUnderTest test, LookupLogUpkeep upkeep, TimeProvider clock)
    {
        var log = new LookupLog(test.Store, test.Options, clock);
        log.OnProgress(upkeep.Note);
        await log.StartAsync();
        return log;
    }

    private static async Task<LookupLogAnchor[]> AnchorsAsync(LogUnderTest test) =>
        [.. AnchorFile.Parse(await File.ReadAllLinesAsync(test.Options.AnchorFile!))];
}

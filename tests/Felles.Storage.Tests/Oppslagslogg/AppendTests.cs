using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Oppslagslogg;

public sealed class AppendTests
{
    [Theory, TestDatabases]
    public async Task An_acknowledged_record_is_in_the_store(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using var log = await test.StartAsync();
        await log.AppendAsync(Oppslag.Enkelt(1, 1));
        Assert.Equal(1, await RecordsAsync(test));
    }

    [Theory, TestDatabases]
    public async Task Records_that_arrive_together_share_commits(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using (var log = await test.StartAsync())
            await Task.WhenAll(Enumerable.Range(0, 5000).Select(i => log.AppendAsync(Oppslag.Enkelt(i, i)).AsTask()));
        Assert.Equal(5000, await RecordsAsync(test));
        Assert.InRange(await test.QueryAsync<long>("SELECT count(*) FROM oppslagslogg.block"), 1, 500);
    }

    [Theory, TestDatabases]
    public async Task The_writer_tells_by_which_settings_its_commits_are_durable(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using var log = await test.StartAsync();
        Assert.True(log.Durability!.Durable);
        Assert.Equal(
            dialect == Dialect.Sqlite ? "journal_mode=wal synchronous=2" : "fsync=on full_page_writes=on synchronous_commit=on",
            log.Durability.ToString());
    }

    /// <summary>What the role or the database is set to, and what the log's connections then have.</summary>
    [Theory, TestDatabases("off|on", "local|on", "remote_apply|remote_apply", PostgreSqlOnly = true)]
    public async Task A_weaker_setting_is_raised_and_a_stronger_one_is_kept(Dialect dialect, string setAndKept)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var (set, kept) = (setAndKept.Split('|')[0], setAndKept.Split('|')[1]);
        var database = await test.QueryAsync<string>("SELECT current_database()");
        await test.QueryAsync<long>($"ALTER DATABASE \"{database}\" SET synchronous_commit = {set}; SELECT 1::bigint");
        await using var log = await test.StartAsync();
        Assert.True(log.Durability!.Durable);
        Assert.Equal(kept, log.Durability.Settings["synchronous_commit"]);
    }

    [Theory, TestDatabases]
    public async Task A_log_on_a_database_that_is_not_durable_does_not_start(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var store = new HookedStore(test.Store)
        {
            Durability = new DurabilityProof("prove", new Dictionary<string, string> { ["fsync"] = "off" }) { Durable = false },
        };
        await using (var log = new LookupLog(store, test.Options, TimeProvider.System))
        {
            var refusal = await Assert.ThrowsAsync<DurabilityException>(() => log.StartAsync());
            Assert.Contains("fsync=off", refusal.Message, StringComparison.Ordinal);
        }

        test.Options.RequireDurable = false;
        await using var allowed = new LookupLog(store, test.Options, TimeProvider.System);
        await allowed.StartAsync();
        Assert.False(allowed.Durability!.Durable);
    }

    [Theory, TestDatabases]
    public async Task A_caller_that_stops_waiting_does_not_lose_its_record(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        using var held = new ManualResetEventSlim();
        var log = new LookupLog(new HookedStore(test.Store) { BeforeWrite = held.Wait }, test.Options, TimeProvider.System);
        await log.StartAsync();
        using var patience = new CancellationTokenSource();
        var append = log.AppendAsync(Oppslag.Enkelt(1, 1), patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => append);
        held.Set();
        await log.DisposeAsync();
        Assert.Equal(1, await RecordsAsync(test));
    }

    [Theory, TestDatabases]
    public async Task A_writer_whose_block_numbers_grow_large_is_followed_by_another(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var options = new LookupLogOptions { MaxBlocks = 3 };
        await using (var log = new LookupLog(test.Store, options, TimeProvider.System))
        {
            await log.StartAsync();
            for (var i = 0; i < 8; i++)
                await log.AppendAsync(Oppslag.Enkelt(1, i));
        }

        Assert.Equal([3, 3, 2], await test.ListAsync<long>("SELECT blocks FROM oppslagslogg.writer ORDER BY writer"));
        var report = await test.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((3, 8), (report.Segments, report.Records));
    }

    [Theory, TestDatabases]
    public async Task A_stopped_log_refuses(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var log = await test.StartAsync();
        await log.DisposeAsync();
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => log.AppendAsync(Oppslag.Enkelt(1, 1)).AsTask());
    }

    private static Task<long> RecordsAsync(LogUnderTest test) =>
        test.QueryAsync<long>("SELECT coalesce(sum(records), 0) FROM oppslagslogg.block");
}

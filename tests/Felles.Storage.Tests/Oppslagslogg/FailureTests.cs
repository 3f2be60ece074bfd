using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Oppslagslogg;

public sealed class FailureTests
{
    [Theory, TestDatabases(true, false)]
    public async Task A_failed_flush_refuses_every_caller_of_its_group_and_the_next_group_goes_on(Dialect dialect, bool afterTheCommit)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var store = new HookedStore(test.Store);
        await using (var log = new LookupLog(store, test.Options, TimeProvider.System))
        {
            await log.StartAsync();
            await log.AppendAsync(Oppslag.Enkelt(1, 1));
            void Break() => throw new IOException("The disk is gone.");
            if (afterTheCommit)
                store.AfterWrite = Break;
            else
                store.BeforeWrite = Break;
            var refused = Enumerable.Range(0, 200).Select(i => log.AppendAsync(Oppslag.Enkelt(2, i)).AsTask()).ToArray();
            foreach (var append in refused)
                await Assert.ThrowsAsync<DatabaseUnavailableException>(() => append);
            store.BeforeWrite = store.AfterWrite = () => { };
            await log.AppendAsync(Oppslag.Enkelt(3, 3));
        }

        var report = await test.VerifyAsync();
        Assert.Empty(report.Faults);

        // What failed after its commit is in the log although it was refused: the log may tell too much, never too little.
        Assert.Equal(afterTheCommit ? 202 : 2, report.Records);
    }

    [Theory, TestDatabases]
    public async Task While_the_store_cannot_be_opened_every_append_is_refused(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        var store = new HookedStore(test.Store);
        await using var log = new LookupLog(store, test.Options, TimeProvider.System);
        await log.StartAsync();
        store.BeforeWrite = store.BeforeOpen = () => throw new IOException("Unreachable.");
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<DatabaseUnavailableException>(() => log.AppendAsync(Oppslag.Enkelt(1, i)).AsTask());
        store.BeforeWrite = store.BeforeOpen = () => { };
        await log.AppendAsync(Oppslag.Enkelt(1, 4));
    }

    [Theory, TestDatabases]
    public async Task A_tail_changed_behind_the_writer_stops_its_chain(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using var log = await test.StartAsync();
        await log.AppendAsync(Oppslag.Enkelt(1, 1));
        await log.AppendAsync(Oppslag.Enkelt(1, 2));
        await test.TamperAsync("DELETE FROM oppslagslogg.block WHERE number = 2");
        await test.TamperAsync(
            "UPDATE oppslagslogg.writer SET blocks = 1, records = 1, hash = (SELECT hash FROM oppslagslogg.block WHERE number = 1)");
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => log.AppendAsync(Oppslag.Enkelt(1, 3)).AsTask());
        Assert.Equal(1, await test.QueryAsync<long>("SELECT count(*) FROM oppslagslogg.block WHERE writer = 1"));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_connection_that_the_server_ends_refuses_and_is_replaced(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using var log = await test.StartAsync();
        await log.AppendAsync(Oppslag.Enkelt(1, 1));
        await test.QueryAsync<long>(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => log.AppendAsync(Oppslag.Enkelt(1, 2)).AsTask());
        await log.AppendAsync(Oppslag.Enkelt(1, 3));
        Assert.Equal(2, (await test.VerifyAsync()).Records);
        Assert.Empty((await test.VerifyAsync()).Faults);
    }

    [Theory, TestDatabases]
    public async Task Callers_wait_when_the_batch_is_full_and_are_refused_when_too_many_wait(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        test.Options.MaxBatchBytes = 64 * 1024;
        test.Options.MaxWaiting = 100;
        using var held = new ManualResetEventSlim();
        var store = new HookedStore(test.Store) { BeforeWrite = held.Wait };
        await using var log = new LookupLog(store, test.Options, TimeProvider.System);
        await log.StartAsync();
        var appends = Enumerable.Range(0, 1000).Select(i => log.AppendAsync(Oppslag.Enkelt(i, i)).AsTask()).ToArray();
        var refused = appends.Count(a => a.IsFaulted);
        Assert.InRange(refused, 1, 899);
        held.Set();
        var outcomes = await Task.WhenAll(appends.Select(async a =>
        {
            try
            {
                await a;
                return true;
            }
            catch (DatabaseUnavailableException)
            {
                return false;
            }
        }));
        Assert.Equal(1000 - refused, outcomes.Count(kept => kept));
        Assert.Equal(1000 - refused, (await test.VerifyAsync()).Records);
    }
}

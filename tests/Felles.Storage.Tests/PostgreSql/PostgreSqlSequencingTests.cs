using Dapper;
using Felles.Storage.PostgreSql;
using Felles.Storage.Tests.Sekvens;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.PostgreSql;

public sealed class PostgreSqlSequencingTests
{
    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_slow_transaction_neither_holds_up_the_line_nor_loses_its_event(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var db = test.Database;
        await using var log = await SequenceLogTests.StartedAsync(db);
        var drawn = new TaskCompletionSource();
        var go = new TaskCompletionSource();

        // The slow one draws its outbox number first, as a unit does whose commit is slow.
        var slow = db.WriteAsync(async (unit, _) =>
        {
            await unit.Connection.ExecuteAsync("insert into felles.utboks (stroem, type, noekkel, innhold, tid) values ('prove', 'prove', 1, '', 0)");
            drawn.SetResult();
            await go.Task;
        });
        await drawn.Task;
        for (var i = 2; i <= 5; i++) await SequenceLogTests.PublishAsync(db, i);
        await log.WaitAsync(Prove.Stroem, 3).WaitAsync(TimeSpan.FromSeconds(5));
        go.SetResult();
        await slow;
        await SequenceLogTests.PublishAsync(db, 6);
        await log.WaitAsync(Prove.Stroem, 5).WaitAsync(TimeSpan.FromSeconds(5));

        var events = await log.ReadAsync(Prove.Stroem, 1, 10);
        Assert.Equal([1L, 2, 3, 4, 5, 6], events.Select(e => e.Sekvensnummer));
        Assert.Equal([2L, 3, 4, 5, 1, 6], events.Select(e => e.Noekkel));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task Hosts_that_do_not_number_still_wake_the_one_that_does_and_hear_of_the_number(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = await SequenceLogTests.StartedAsync(test.Database);
        await SequenceLogTests.PublishAsync(test.Database, 1);
        await log.WaitAsync(Prove.Stroem, 0).WaitAsync(TimeSpan.FromSeconds(10)); // holds the lease now

        await using var other = test.Open();
        await using var otherLog = await SequenceLogTests.StartedAsync(other);
        for (var i = 2; i <= 10; i++)
        {
            await SequenceLogTests.PublishAsync(other, i);
            await otherLog.WaitAsync(Prove.Stroem, i - 1).WaitAsync(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), (await log.ReadAsync(Prove.Stroem, 1, 100)).Select(e => e.Noekkel));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task Another_host_numbers_on_when_the_numbering_host_stops(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var log = await SequenceLogTests.StartedAsync(test.Database);
        await SequenceLogTests.PublishAsync(test.Database, 1);
        await log.WaitAsync(Prove.Stroem, 0).WaitAsync(TimeSpan.FromSeconds(10));
        await using var other = test.Open();
        await using var otherLog = await SequenceLogTests.StartedAsync(other);

        await log.DisposeAsync();
        await SequenceLogTests.PublishAsync(other, 2);

        await otherLog.WaitAsync(Prove.Stroem, 1).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal([1L, 2L], (await otherLog.ReadAsync(Prove.Stroem, 1, 10)).Select(e => e.Sekvensnummer));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_host_that_slept_past_its_lease_numbers_nothing(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var db = (PostgreSqlDatabase)test.Database;
        var signals = new StreamSignals();
        var sleeper = new Lease(db, "sekvensiering", TimeSpan.FromSeconds(30));
        var next = new Lease(db, "sekvensiering", TimeSpan.FromSeconds(30));
        Assert.True(await sleeper.TakeAsync());
        Assert.False(await next.TakeAsync());
        await db.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync("update felles.leie set utloeper = 0", transaction: unit.Transaction));
        Assert.True(await next.TakeAsync());
        await SequenceLogTests.PublishAsync(db, 1);

        await Numbering(db, sleeper, signals).NumberAllAsync(default); // still believes that it holds the lease
        Assert.Equal(0, signals.Last(Prove.Stroem));
        await Numbering(db, next, signals).NumberAllAsync(default);
        Assert.Equal(1, signals.Last(Prove.Stroem));
        Assert.False(await sleeper.TakeAsync());
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task Numbering_starts_above_what_it_has_taken_but_never_above_what_may_still_come(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var db = (PostgreSqlDatabase)test.Database;
        var lease = new Lease(db, "sekvensiering", TimeSpan.FromMinutes(1));
        Assert.True(await lease.TakeAsync());
        var floor = new OutboxFloor(db, TimeSpan.Zero);
        var numbering = new PostgreSqlNumbering(db, lease, new StreamSignals(), floor);
        var (imported, drawn, go) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        // An import is open all the time; it has an id, and nothing in the outbox.
        var import = db.WriteAsync(async (unit, _) =>
        {
            await unit.InsertAsync(1);
            imported.SetResult();
            await go.Task;
        });
        await imported.Task;

        for (var i = 1; i <= 5; i++) await SequenceLogTests.PublishAsync(db, i);
        for (var round = 0; round < 3; round++) await numbering.NumberAllAsync(default);
        Assert.Equal(5, floor.Value);

        // The slow one draws number 6 and holds it back while others pass.
        var slow = db.WriteAsync(async (unit, _) =>
        {
            await unit.Connection.ExecuteAsync("insert into felles.utboks (stroem, type, noekkel, innhold, tid) values ('prove', 'prove', 6, '', 0)");
            drawn.SetResult();
            await go.Task;
        });
        await drawn.Task;
        for (var i = 7; i <= 9; i++) await SequenceLogTests.PublishAsync(db, i);
        for (var round = 0; round < 5; round++) await numbering.NumberAllAsync(default);
        Assert.Equal(5, floor.Value);
        go.SetResult();
        await Task.WhenAll(import, slow);
        for (var round = 0; round < 5; round++) await numbering.NumberAllAsync(default);

        Assert.Equal(9, floor.Value);
        await using var log = new SequenceLog(db);
        Assert.Equal([1L, 2, 3, 4, 5, 7, 8, 9, 6], (await log.ReadAsync(Prove.Stroem, 1, 20)).Select(e => e.Noekkel));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task An_event_of_another_stream_does_not_wait_behind_an_import(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var db = (PostgreSqlDatabase)test.Database;
        var signals = new StreamSignals();
        var lease = new Lease(db, "sekvensiering", TimeSpan.FromMinutes(1));
        Assert.True(await lease.TakeAsync());
        var numbering = Numbering(db, lease, signals);
        await PublishAsync(db, "tilgang", 1);
        await numbering.NumberAllAsync(default);

        await PublishAsync(db, Prove.Stroem, 20_000);
        await PublishAsync(db, "tilgang", 3);
        Assert.InRange(await numbering.NumberBatchAsync(default), 5_000, 6_000);
        Assert.Equal(4, signals.Last("tilgang"));
        await numbering.NumberAllAsync(default);
        Assert.Equal(20_000, signals.Last(Prove.Stroem));
        await using var log = new SequenceLog(db);
        Assert.Equal(Enumerable.Range(1, 1_000).Select(n => (long)n), (await log.ReadAsync(Prove.Stroem, 1, 1_000)).Select(e => e.Noekkel));
    }

    private static Task PublishAsync(Database database, string stroem, int count) =>
        database.WriteAsync((unit, _) =>
        {
            for (var i = 1; i <= count; i++) unit.Publish(stroem, "prove", i, BitConverter.GetBytes((long)i));
            return ValueTask.CompletedTask;
        });

    private static PostgreSqlNumbering Numbering(PostgreSqlDatabase database, Lease lease, StreamSignals signals) =>
        new(database, lease, signals, new OutboxFloor(database, TimeSpan.FromSeconds(1)));
}

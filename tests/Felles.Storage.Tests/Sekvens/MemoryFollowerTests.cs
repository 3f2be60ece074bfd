using System.Collections.Concurrent;
using System.Diagnostics;
using Dapper;
using Felles.Testing.Databaser;
using Microsoft.Extensions.Logging.Abstractions;

namespace Felles.Storage.Tests.Sekvens;

public sealed class MemoryFollowerTests
{
    [Theory, TestDatabases]
    public async Task State_in_memory_follows_the_stream_and_knows_that_it_is_fresh(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = await SequenceLogTests.StartedAsync(test.Database);
        using var follower = new Minne(test.Database, log);
        Assert.Equal(TimeSpan.MaxValue, follower.Behind);
        await follower.StartAsync(default);

        for (var i = 1; i <= 10; i++) await SequenceLogTests.PublishAsync(test.Database, i);
        await follower.CatchUpAsync().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), follower.Seen.Order());
        Assert.InRange(follower.Behind, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        await follower.StopAsync(default);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task Knowledge_ages_while_committed_events_wait_for_numbers(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = new SequenceLog(test.Database); // never started: nobody numbers
        using var follower = new Minne(test.Database, log);
        await follower.StartAsync(default);
        await SequenceLogTests.PublishAsync(test.Database, 1);

        await Task.Delay(TimeSpan.FromSeconds(1.5));

        Assert.InRange(follower.Behind, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.Empty(follower.Seen);
        await follower.StopAsync(default);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task What_waited_before_the_state_was_loaded_does_not_make_it_old(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = new SequenceLog(test.Database); // never started: nobody numbers
        await SequenceLogTests.PublishAsync(test.Database, 1);
        await test.Database.WriteAsync(async (unit, _) =>
            await unit.Connection.ExecuteAsync("update felles.utboks set tid = tid - 60000000", transaction: unit.Transaction));
        using var follower = new Minne(test.Database, log);
        await follower.StartAsync(default);

        Assert.InRange(follower.Behind, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        await follower.StopAsync(default);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_steady_stream_of_changes_does_not_make_the_knowledge_old(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = new SequenceLog(test.Database); // never started: what waits is as old as the loop below makes it
        using var follower = new Minne(test.Database, log);
        await follower.StartAsync(default);
        await SequenceLogTests.PublishAsync(test.Database, 1);

        // Whenever the outbox is looked at, an event waits, and it has just come.
        var (started, best) = (Stopwatch.GetTimestamp(), TimeSpan.MaxValue);
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(4))
        {
            await test.Database.WriteAsync(async (unit, _) =>
                await unit.Connection.ExecuteAsync(unit.Sql("update felles.utboks set tid = {now}"), transaction: unit.Transaction));
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(2) && follower.Behind < best) best = follower.Behind;
            await Task.Delay(10);
        }

        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(1.5));
        await follower.StopAsync(default);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task Another_host_hears_of_an_event_within_a_second(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var other = test.Open();
        await using var log = await SequenceLogTests.StartedAsync(test.Database);
        await using var otherLog = await SequenceLogTests.StartedAsync(other);
        using var follower = new Minne(other, otherLog);
        await follower.StartAsync(default);

        for (var i = 1; i <= 5; i++)
        {
            await SequenceLogTests.PublishAsync(test.Database, i);
            using var second = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            while (follower.Position < i) await Task.Delay(5, second.Token);
        }

        Assert.Equal(5, follower.Seen.Count);
        await follower.StopAsync(default);
    }

    private sealed class Minne(Database database, SequenceLog log)
        : MemoryFollower(database, log, TimeProvider.System, NullLogger.Instance, Prove.Stroem)
    {
        public ConcurrentQueue<long> Seen { get; } = new();

        protected override ValueTask LoadAsync(CancellationToken ct) => ValueTask.CompletedTask;

        protected override ValueTask ApplyAsync(SequencedEvent hendelse, CancellationToken ct)
        {
            Seen.Enqueue(hendelse.Nummer());
            return ValueTask.CompletedTask;
        }
    }
}

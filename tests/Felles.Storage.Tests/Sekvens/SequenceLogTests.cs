using System.Diagnostics;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Sekvens;

public sealed class SequenceLogTests
{
    [Theory, TestDatabases]
    public async Task Numbers_have_no_gaps_when_units_are_rolled_back(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = await StartedAsync(test.Database);
        var db = test.Database;

        await Task.WhenAll(Enumerable.Range(1, 300).Select(async i =>
        {
            try
            {
                await db.WriteAsync(async (unit, _) =>
                {
                    unit.Publish(i, i);
                    await unit.InsertAsync(i);
                    if (i % 2 == 0) throw new FormatException();
                });
            }
            catch (FormatException)
            {
            }
        }));

        await log.WaitAsync(Prove.Stroem, 149).WaitAsync(TimeSpan.FromSeconds(10));
        var events = await log.ReadAsync(Prove.Stroem, 1, 1000);
        Assert.Equal(Enumerable.Range(1, 150).Select(i => (long)i), events.Select(e => e.Sekvensnummer));
        Assert.Equal(Enumerable.Range(1, 300).Where(i => i % 2 == 1).Select(i => (long)i), events.Select(e => e.Noekkel).Order());
        Assert.Equal(150, await log.LastAsync(Prove.Stroem));
    }

    [Theory, TestDatabases]
    public async Task Numbers_go_on_after_a_restart_and_streams_do_not_share_them(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using (var log = await StartedAsync(test.Database))
        {
            await PublishAsync(test.Database, 1);
            await log.WaitAsync(Prove.Stroem, 0).WaitAsync(TimeSpan.FromSeconds(10));
        }

        await test.ReopenAsync();
        await using var again = await StartedAsync(test.Database);
        await test.Database.WriteAsync((unit, _) =>
        {
            unit.Publish("annen", "prove", 9, ReadOnlyMemory<byte>.Empty);
            unit.Publish(2, 2);
            return ValueTask.CompletedTask;
        });

        await again.WaitAsync(Prove.Stroem, 1).WaitAsync(TimeSpan.FromSeconds(10));
        await again.WaitAsync("annen", 0).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal([1L, 2L], (await again.ReadAsync(Prove.Stroem, 1, 10)).Select(e => e.Noekkel));
        Assert.Equal(9, Assert.Single(await again.ReadAsync("annen", 1, 10)).Noekkel);
    }

    [Theory, TestDatabases]
    public async Task An_event_is_numbered_within_fifty_milliseconds_as_a_rule(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = await StartedAsync(test.Database);
        await PublishAsync(test.Database, 0);
        await log.WaitAsync(Prove.Stroem, 0).WaitAsync(TimeSpan.FromSeconds(10));

        var delays = new List<TimeSpan>();
        for (var i = 1; i <= 20; i++)
        {
            await PublishAsync(test.Database, i);
            var committed = Stopwatch.GetTimestamp();
            await log.WaitAsync(Prove.Stroem, i).WaitAsync(TimeSpan.FromSeconds(10));
            delays.Add(Stopwatch.GetElapsedTime(committed));
        }

        // The median: one of twenty may meet a busy machine.
        Assert.InRange(delays.Order().ElementAt(10).TotalMilliseconds, 0, 50);
    }

    internal static async Task<SequenceLog> StartedAsync(Database database)
    {
        var log = new SequenceLog(database);
        await log.StartAsync();
        return log;
    }

    internal static Task PublishAsync(Database database, long nummer) => database.WriteAsync((unit, _) =>
    {
        unit.Publish(nummer, nummer);
        return ValueTask.CompletedTask;
    });
}

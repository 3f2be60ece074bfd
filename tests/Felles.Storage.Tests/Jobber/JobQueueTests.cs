using System.Collections.Concurrent;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Jobber;

public sealed class JobQueueTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, TestDatabases]
    public async Task A_job_is_added_once_and_survives_a_restart(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        Assert.True(await AddAsync(test.Database, "a"));
        Assert.False(await AddAsync(test.Database, "a"));

        await test.ReopenAsync();

        var job = await new JobQueue(test.Database).LeaseAsync("prove", Minute);
        Assert.Equal(("a", 1L), (job!.Noekkel, job.Forsoek));
        Assert.Equal("innhold"u8.ToArray(), job.Innhold);
        Assert.Null(await new JobQueue(test.Database).LeaseAsync("prove", Minute));
    }

    [Theory, TestDatabases]
    public async Task Workers_never_have_the_same_job_at_the_same_time(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        for (var i = 0; i < 60; i++) await AddAsync(test.Database, $"{i:00}");
        var done = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var queue = new JobQueue(test.Database);
            while (await queue.LeaseAsync("prove", Minute) is { } job)
            {
                await test.Database.WriteAsync(async (unit, _) => await queue.CompleteAsync(unit, job));
                done.Add(job.Noekkel);
            }
        })));

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"{i:00}"), done.Order());
    }

    [Theory, TestDatabases]
    public async Task A_worker_that_slept_past_its_lease_can_neither_prolong_nor_complete(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var db = test.Database;
        await AddAsync(db, "a");
        var sleeper = new JobQueue(db);
        var next = new JobQueue(db);
        var slept = await sleeper.LeaseAsync("prove", TimeSpan.FromMilliseconds(30));
        await Task.Delay(100);
        var taken = await next.LeaseAsync("prove", Minute);

        Assert.False(await sleeper.HeartbeatAsync(slept!, Minute));
        await Assert.ThrowsAsync<LeaseLostException>(() => db.WriteAsync(async (unit, _) =>
        {
            await unit.InsertAsync(1);
            await sleeper.CompleteAsync(unit, slept!);
        }));
        Assert.True(await next.HeartbeatAsync(taken!, Minute));
        await db.WriteAsync(async (unit, _) =>
        {
            await unit.InsertAsync(2);
            await next.CompleteAsync(unit, taken!);
        });

        Assert.Equal([2L], await db.IdsAsync());
        Assert.Equal(2, taken!.Forsoek);
    }

    [Theory, TestDatabases]
    public async Task A_failed_job_waits_before_it_is_tried_again(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        await AddAsync(test.Database, "a");
        var queue = new JobQueue(test.Database);

        await queue.FailAsync((await queue.LeaseAsync("prove", Minute))!, "feil");

        Assert.Null(await queue.LeaseAsync("prove", Minute));
        await Task.Delay(TimeSpan.FromSeconds(2.2));
        Assert.Equal(2, (await queue.LeaseAsync("prove", Minute))!.Forsoek);
    }

    private static Task<bool> AddAsync(Database database, string noekkel) =>
        database.WriteAsync(async (unit, _) => await new JobQueue(database).EnqueueAsync(unit, "prove", noekkel, "innhold"u8.ToArray()));
}

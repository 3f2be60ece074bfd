using Dapper;
using Felles.Testing.Databaser;
using Microsoft.Extensions.Logging.Abstractions;

namespace Felles.Storage.Tests.Jobber;

public sealed class JobWorkerTests
{
    [Theory, TestDatabases]
    public async Task A_long_job_keeps_its_lease_and_is_done_once(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var db = test.Database;
        var queue = new JobQueue(db);
        using var one = new Skriver(db, queue);
        using var two = new Skriver(db, new JobQueue(db));
        await one.StartAsync(default);
        await two.StartAsync(default);

        await db.WriteAsync(async (unit, _) => await queue.EnqueueAsync(unit, "skriv", "1", default));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!(await db.IdsAsync()).Any()) await Task.Delay(20, limit.Token);
        await one.StopAsync(default);
        await two.StopAsync(default);

        Assert.Equal(1, one.Runs + two.Runs);
    }

    [Theory, TestDatabases]
    public async Task One_beat_that_the_database_refuses_does_not_stop_the_work(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var queue = new JobQueue(test.Database);
        var started = new TaskCompletionSource();
        using var worker = new Arbeider(test.Database, queue, TimeSpan.FromSeconds(3), async ct =>
        {
            started.TrySetResult();
            await Task.Delay(TimeSpan.FromSeconds(5), ct);
        });
        await test.Database.WriteAsync(async (unit, _) => await queue.EnqueueAsync(unit, "arbeid", "1", default));
        await worker.StartAsync(default);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(10));

        await test.RefuseCommitsAsync(TimeSpan.FromSeconds(1.5)); // longer than the pause between two beats, shorter than the lease

        await UntilAsync(async () => await StatusAsync(test.Database) == "2 0");
        await worker.StopAsync(default);
        Assert.Equal(1, worker.Runs);
    }

    [Theory, TestDatabases]
    public async Task Without_contact_for_the_whole_lease_the_work_is_cancelled_before_another_may_take_it(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var queue = new JobQueue(test.Database);
        var (started, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var worker = new Arbeider(test.Database, queue, TimeSpan.FromSeconds(1), async ct =>
        {
            started.TrySetResult();
            if (cancelled.Task.IsCompleted) return;
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
            }
            finally
            {
                cancelled.TrySetResult();
            }
        });
        await test.Database.WriteAsync(async (unit, _) => await queue.EnqueueAsync(unit, "arbeid", "1", default));
        await worker.StartAsync(default);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(10));

        var refusing = test.RefuseCommitsAsync(TimeSpan.FromSeconds(3));
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.False(refusing.IsCompleted, "the work went on until the database was back");
        await refusing;

        await UntilAsync(async () => (await StatusAsync(test.Database))!.StartsWith('2'));
        await worker.StopAsync(default);
    }

    [Theory, TestDatabases]
    public async Task A_host_that_stops_gives_its_job_to_the_others_at_once_and_untried(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var queue = new JobQueue(test.Database);
        var started = new TaskCompletionSource();
        using var worker = new Arbeider(test.Database, queue, TimeSpan.FromMinutes(1), async ct =>
        {
            started.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct);
        });
        await test.Database.WriteAsync(async (unit, _) => await queue.EnqueueAsync(unit, "arbeid", "1", default));
        await worker.StartAsync(default);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(10));

        await worker.StopAsync(default);

        Assert.Equal("0 0", await StatusAsync(test.Database));
        Assert.NotNull(await new JobQueue(test.Database).LeaseAsync("arbeid", TimeSpan.FromMinutes(1)));
    }

    private static async Task<string?> StatusAsync(Database database) => await database.ReadPrimaryAsync(async (c, _) =>
        await c.ExecuteScalarAsync<string>(database.Sql("select status || ' ' || mislykket from felles.jobb")));

    private static async Task UntilAsync(Func<Task<bool>> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await reached()) await Task.Delay(50, limit.Token);
    }

    private sealed class Arbeider(Database database, JobQueue queue, TimeSpan leaseTime, Func<CancellationToken, Task> work)
        : JobWorker(database, queue, NullLogger.Instance, "arbeid")
    {
        public int Runs { get; private set; }

        protected override TimeSpan LeaseTime => leaseTime;

        protected override async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
        {
            Runs++;
            await work(ct);
            return JobOutcome.Done;
        }
    }

    private sealed class Skriver(Database database, JobQueue queue) : JobWorker(database, queue, NullLogger.Instance, "skriv")
    {
        private readonly Database _database = database;
        private readonly JobQueue _queue = queue;

        public int Runs { get; private set; }

        protected override TimeSpan LeaseTime => TimeSpan.FromMilliseconds(1500);

        protected override async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
        {
            Runs++;
            await Task.Delay(TimeSpan.FromSeconds(5), ct); // more than three times the lease
            await _database.WriteAsync(
                async (unit, _) =>
                {
                    await unit.InsertAsync(long.Parse(job.Noekkel));
                    await _queue.CompleteAsync(unit, job);
                },
                ct);
            return JobOutcome.Completed;
        }
    }
}

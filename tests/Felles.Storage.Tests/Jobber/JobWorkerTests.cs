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

    private sealed class Skriver(Database database, JobQueue queue) : JobWorker(database, queue, NullLogger.Instance, "skriv")
    {
        private readonly Database _database = database;
        private readonly JobQueue _queue = queue;

        public int Runs { get; private set; }

        protected override TimeSpan LeaseTime => TimeSpan.FromMilliseconds(600);

        protected override async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
        {
            Runs++;
            await Task.Delay(TimeSpan.FromSeconds(2), ct); // more than three times the lease
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

using System.Collections.Concurrent;
using Dapper;
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

    [Theory, TestDatabases]
    public async Task A_job_that_kills_every_host_is_given_up_after_ten_tries(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        await AddAsync(test.Database, "dreper");
        for (var i = 1; i <= 10; i++)
        {
            Assert.Equal(i - 1, (await new JobQueue(test.Database).LeaseAsync("prove", Minute))!.Mislykket);
            await ExecuteAsync(test.Database, "update felles.jobb set utloeper = 0"); // the host died, and its time is out
        }

        await AddAsync(test.Database, "neste");

        Assert.Equal("neste", (await new JobQueue(test.Database).LeaseAsync("prove", Minute))!.Noekkel);
        Assert.Null(await new JobQueue(test.Database).LeaseAsync("prove", Minute));
        Assert.Equal(["3 LeaseExpired"], await test.Database.ReadAsync(async (c, _) => (await c.QueryAsync<string>(
            test.Database.Sql("select status || ' ' || feil from felles.jobb where noekkel = 'dreper'"))).ToArray()));
    }

    [Theory, TestDatabases]
    public async Task Leases_that_were_given_back_are_not_counted_as_tries(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        await AddAsync(test.Database, "a");
        var queue = new JobQueue(test.Database);

        for (var i = 0; i < 15; i++) await queue.ReleaseAsync((await queue.LeaseAsync("prove", Minute))!);

        var job = await queue.LeaseAsync("prove", Minute);
        Assert.Equal((16L, 0L), (job!.Forsoek, job.Mislykket));
        await queue.FailAsync(job, "feil");
        await ExecuteAsync(test.Database, "update felles.jobb set klar = 0");
        Assert.Equal(1, (await queue.LeaseAsync("prove", Minute))!.Mislykket);
    }

    [Theory, TestDatabases]
    public async Task A_job_that_fails_ten_times_is_given_up(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        await AddAsync(test.Database, "a");
        var queue = new JobQueue(test.Database);

        for (var i = 1; i <= 10; i++)
        {
            await queue.FailAsync((await queue.LeaseAsync("prove", Minute))!, "feil");
            await ExecuteAsync(test.Database, "update felles.jobb set klar = 0");
        }

        Assert.Null(await queue.LeaseAsync("prove", Minute));
    }

    [Theory, TestDatabases]
    public async Task A_lease_is_found_by_index_among_a_hundred_thousand_jobs(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        await ExecuteAsync(test.Database, """
            with recursive n (i) as (select 1 union all select i + 1 from n where i < 100000)
            insert into felles.jobb (type, noekkel, innhold, status, forsoek, klar, utloeper, opprettet)
            select 'prove', 'nr ' || i, {sqlite: x''}{postgresql: ''::bytea}, case when i % 100 = 0 then 1 else 0 end, 0, 0,
                   case when i % 100 = 0 then {now} + 60000000 end, 0 from n
            """);
        await ExecuteAsync(test.Database, "{sqlite: analyze felles_jobb}{postgresql: analyze felles.jobb}");

        var plan = await test.Database.WriteAsync(async (unit, _) => (await unit.Connection.QueryAsync(
            (dialect == Dialect.Sqlite ? "explain query plan " : "explain ") + unit.Sql(JobSql.Lease),
            new { type = "prove", eier = "", varighet = 1L, JobQueue.MaxMislykket }, unit.Transaction))
            .Select(row => (string)((IDictionary<string, object>)row).Values.Last()).ToArray());

        Assert.DoesNotContain(plan, step => step.Contains("SCAN felles") || step.Contains("Seq Scan") || step.Contains("Sort") || step.Contains("B-TREE"));
        Assert.Contains(plan, step => step.Contains("felles_jobb_klar"));
        Assert.Contains(plan, step => step.Contains("felles_jobb_utloeper"));
        Assert.NotNull(await new JobQueue(test.Database).LeaseAsync("prove", Minute));
    }

    private static Task<int> ExecuteAsync(Database database, string sql) =>
        database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(unit.Sql(sql), transaction: unit.Transaction));

    private static Task<bool> AddAsync(Database database, string noekkel) =>
        database.WriteAsync(async (unit, _) => await new JobQueue(database).EnqueueAsync(unit, "prove", noekkel, "innhold"u8.ToArray()));
}

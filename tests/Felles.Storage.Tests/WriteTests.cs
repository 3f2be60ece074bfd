using Felles.Testing.Databaser;

namespace Felles.Storage.Tests;

public sealed class WriteTests
{
    [Theory, TestDatabases]
    public async Task A_unit_that_throws_is_rolled_back_alone(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var db = test.Database;

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 200).Select(async i =>
        {
            try
            {
                return await db.WriteAsync(async (unit, _) =>
                {
                    await unit.InsertAsync(i);
                    if (i % 3 == 0) throw new InvalidOperationException("no");
                    return i;
                });
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }));

        Assert.Equal(outcomes.Where(i => i > 0).Select(i => (long)i), await db.IdsAsync());
        Assert.Equal(134, outcomes.Count(i => i > 0));
    }

    [Theory, TestDatabases]
    public async Task After_commit_runs_for_units_that_committed_and_for_no_other(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var ran = new List<int>();

        await test.Database.WriteAsync(async (unit, _) =>
        {
            unit.AfterCommit(() => ran.Add(1));
            await unit.InsertAsync(1);
        });
        await Assert.ThrowsAsync<FormatException>(() => test.Database.WriteAsync((unit, _) =>
        {
            unit.AfterCommit(() => ran.Add(2));
            throw new FormatException();
        }));

        Assert.Equal([1], ran);
    }

    [Theory, TestDatabases]
    public async Task A_writer_connection_reports_its_durability_settings(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);

        var proof = Assert.Single(test.Database.Durability.Take(1));

        Assert.Equal(
            dialect == Dialect.Sqlite
                ? new Dictionary<string, string> { ["journal_mode"] = "wal", ["synchronous"] = "2" }
                : new Dictionary<string, string> { ["synchronous_commit"] = "on", ["fsync"] = "on", ["full_page_writes"] = "on" },
            proof.Settings);
    }

    [Theory, TestDatabases]
    public async Task What_was_written_is_there_after_a_restart(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await test.Database.InsertAsync(7);

        await test.ReopenAsync();

        Assert.Equal([7L], await test.Database.IdsAsync());
    }

    [Theory, TestDatabases]
    public async Task A_cancelled_unit_leaves_nothing(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        using var cancel = new CancellationTokenSource();

        var write = test.Database.WriteAsync(
            async (unit, ct) =>
            {
                await unit.InsertAsync(1);
                await cancel.CancelAsync();
                ct.ThrowIfCancellationRequested();
            },
            cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.Empty(await test.Database.IdsAsync());
    }
}

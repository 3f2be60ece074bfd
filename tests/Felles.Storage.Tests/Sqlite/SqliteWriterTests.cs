using Dapper;
using Felles.Storage.Sqlite;
using Felles.Testing.Databaser;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Felles.Storage.Tests.Sqlite;

public sealed class SqliteWriterTests
{
    [Theory]
    [InlineData("an error before the commit")]
    [InlineData("the commit itself fails")]
    [InlineData("the disk cannot flush")]
    public async Task A_failed_flush_refuses_every_unit_of_the_batch_and_the_writer_recovers(string how)
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);
        var db = (SqliteDatabase)test.Database;
        await db.InsertAsync(1);
        var batches = 0;
        var flushes = new List<FlushFailure>();
        db.Fault = (point, connection) =>
        {
            Assert.Equal(FaultPoint.BeforeCommit, point);
            batches++;
            if (how == "an error before the commit") return true;
            if (how == "the disk cannot flush") flushes.Add(FlushFailure.On(connection));
            else raw.sqlite3_commit_hook(connection.Handle, _ => 1, null); // SQLite turns the commit into an error
            return false;
        };

        // Held back until all are queued, so that they share one flush.
        using var gate = new ManualResetEventSlim();
        var units = Enumerable.Range(2, 50).Select(i => db.WriteAsync(async (unit, ct) =>
        {
            gate.Wait(ct);
            await unit.InsertAsync(i);
            unit.Publish(i, i);
        })).ToArray();
        gate.Set();
        foreach (var unit in units) await Assert.ThrowsAsync<DatabaseUnavailableException>(() => unit);
        Assert.InRange(batches, 1, 49);
        Assert.All(flushes, f => Assert.True(f.Flushes > 0, "SQLite never asked for the flush"));
        db.Fault = null;

        Assert.Equal([1L], await db.IdsAsync());
        await db.WriteAsync(async (unit, _) =>
        {
            await unit.InsertAsync(100);
            unit.Publish(100, 100);
        });
        Assert.Equal([1L, 100L], await db.IdsAsync());
        await using var log = new SequenceLog(db);
        Assert.Equal(1, Assert.Single(await log.ReadAsync(Prove.Stroem, 1, 10)).Sekvensnummer);
    }

    [Fact]
    public async Task When_the_answer_is_lost_after_the_commit_nobody_is_acknowledged_and_the_line_goes_on_behind_what_is_there()
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);
        var db = (SqliteDatabase)test.Database;
        await InsertAndPublishAsync(db, 1);
        db.Fault = (point, _) => point == FaultPoint.AfterCommit;

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => InsertAndPublishAsync(db, 2));
        db.Fault = null;
        await InsertAndPublishAsync(db, 3);

        Assert.Equal([1L, 2L, 3L], await db.IdsAsync());
        await using var log = new SequenceLog(db);
        Assert.Equal([(1L, 1L), (2L, 2L), (3L, 3L)], (await log.ReadAsync(Prove.Stroem, 1, 10)).Select(e => (e.Sekvensnummer, e.Noekkel)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_that_rests_on_a_row_of_the_same_batch_is_told_only_when_that_row_is_durable(bool flushFails)
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);
        var db = (SqliteDatabase)test.Database;
        using var gate = new ManualResetEventSlim();
        var first = db.WriteAsync(async (unit, ct) =>
        {
            gate.Wait(ct);
            await unit.InsertAsync(1);
        });
        var second = db.InsertAsync(1); // "exists already", by the first one's row
        var toldBeforeCommit = false;
        db.Fault = (point, _) =>
        {
            toldBeforeCommit |= point == FaultPoint.BeforeCommit && second.IsCompleted;
            return flushFails && point == FaultPoint.BeforeCommit;
        };

        gate.Set();
        await Task.WhenAll(first, second).ContinueWith(static _ => { }, TaskScheduler.Default);
        db.Fault = null;

        Assert.False(toldBeforeCommit);
        Assert.IsType(flushFails ? typeof(DatabaseUnavailableException) : typeof(SqliteException), second.Exception!.InnerException);
        Assert.Equal(flushFails ? [] : [1L], await db.IdsAsync());
        Assert.Equal(flushFails, first.IsFaulted);
    }

    [Fact]
    public async Task A_full_disk_refuses_the_unit_and_keeps_what_was_acknowledged()
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);
        var db = test.Database;
        await db.InsertAsync(1);
        await db.WriteAsync(async (unit, _) =>
        {
            var pages = await unit.Connection.ExecuteScalarAsync<long>("pragma page_count");
            await unit.Connection.ExecuteAsync($"pragma max_page_count = {pages + 4}");
        });

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => db.InsertAsync(2, new string('x', 100_000)));

        await db.InsertAsync(3);
        Assert.Equal([1L, 3L], await db.IdsAsync());
    }

    [Fact]
    public async Task A_unit_that_writes_through_the_database_again_is_told_so_instead_of_waiting_for_itself()
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => test.Database.WriteAsync(async (_, _) => await test.Database.InsertAsync(1)));

        Assert.Empty(await test.Database.IdsAsync());
    }

    [Fact]
    public async Task A_task_that_is_started_after_the_commit_may_write()
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);
        var later = new TaskCompletionSource<Task>();

        await test.Database.WriteAsync((unit, _) =>
        {
            unit.AfterCommit(() => later.SetResult(Task.Run(() => test.Database.InsertAsync(5))));
            return ValueTask.CompletedTask;
        });

        await await later.Task;
        Assert.Equal([5L], await test.Database.IdsAsync());
    }

    [Fact]
    public async Task A_second_program_on_the_same_data_folder_gets_a_message_that_says_what_to_do()
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);
        await using var second = test.Open();

        var refused = await Assert.ThrowsAsync<DataDirectoryInUseException>(() => second.OpenAsync());

        Assert.Contains(test.Folder, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Felles:DataDirectory", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await second.IdsAsync()); // reading beside the writer is allowed
    }

    [Fact]
    public async Task The_folder_is_free_again_when_the_database_is_closed()
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);
        await test.Database.DisposeAsync();

        await using var next = test.Open();
        await next.OpenAsync();

        Assert.Single(next.Durability);
    }

    private static Task InsertAndPublishAsync(Database database, long id) => database.WriteAsync(async (unit, _) =>
    {
        await unit.InsertAsync(id);
        unit.Publish(id, id);
    });
}

using Dapper;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Sqlite;

/// <summary>Readers stay in their snapshot between commits; nobody may notice.</summary>
public sealed class SqliteReaderTests
{
    [Fact]
    public async Task Whoever_is_told_of_a_commit_reads_it()
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);
        using var stop = new CancellationTokenSource();
        var readers = Readers(test.Database, 4, stop.Token);
        for (var i = 1; i <= 200; i++)
        {
            await test.Database.InsertAsync(i);
            Assert.Equal(i, await CountAsync(test.Database));
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), read => Assert.True(read > 0));
    }

    [Fact]
    public async Task A_reader_taken_while_a_batch_is_written_sees_what_was_acknowledged_before()
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);
        await test.Database.InsertAsync(1);
        using var inside = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        var write = test.Database.WriteAsync(async (unit, ct) =>
        {
            await unit.InsertAsync(2);
            inside.Set();
            gate.Wait(ct);
        });
        inside.Wait(TestContext.Current.CancellationToken);
        Assert.Equal(1, await CountAsync(test.Database));
        gate.Set();
        await write;
        Assert.Equal(2, await CountAsync(test.Database));
    }

    [Fact]
    public async Task Readers_do_not_keep_the_write_ahead_log_from_being_used_again()
    {
        await using var test = await TestDatabase.CreateAsync(Dialect.Sqlite, Prove.Migrations);
        using var stop = new CancellationTokenSource();
        var readers = Readers(test.Database, 4, stop.Token);
        var text = new string('x', 512 * 1024);
        for (var i = 1; i <= 400; i++)
            await test.Database.InsertAsync(i, text);
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        // 200 MiB were written; the log is begun anew each time its 4 000 pages are in the file and nobody reads from it.
        var log = new FileInfo(Path.Combine(test.Folder, "felles.db-wal"));
        Assert.InRange(log.Length, 1, 96 * 1024 * 1024);
    }

    private static Task<int>[] Readers(Database database, int count, CancellationToken stop) =>
    [
        .. Enumerable.Range(0, count).Select(_ => Task.Run(
            async () =>
            {
                var (read, seen) = (0, 0L);
                while (!stop.IsCancellationRequested)
                {
                    var now = await CountAsync(database);
                    Assert.True(now >= seen, "a reader went back in time");
                    (read, seen) = (read + 1, now);
                }

                return read;
            },
            CancellationToken.None)),
    ];

    private static async Task<long> CountAsync(Database database) =>
        await database.ReadAsync(0, (c, _, _) => new ValueTask<long>(c.ExecuteScalar<long>(database.Sql("select coalesce(max(id), 0) from prove.rad"))));
}

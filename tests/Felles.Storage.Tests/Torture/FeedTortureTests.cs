using Dapper;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Torture;

/// <summary>A reader that follows a feed with its own pointer sees every event once, in order, whatever runs beside it.</summary>
public sealed class FeedTortureTests
{
    private const int Writers = 8;
    private const int Readers = 4;

    // Rows that every writer of both hosts changes; their keys follow the writers' own.
    private const int Contested = 3;

    [Theory, TestDatabases]
    public async Task Eight_writers_and_four_readers_lose_repeat_and_reorder_nothing(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        // On PostgreSQL two hosts write, the one that numbers is stopped and started again and again, and leases run out under it.
        await using var second = dialect == Dialect.PostgreSql ? test.Open() : test.Database;
        await using var log = new SequenceLog(second);
        await log.StartAsync();
        for (var row = 0; row < Contested; row++) await test.Database.InsertAsync(Writers + row, "0");
        using var end = new CancellationTokenSource(Torturetid.Lengde);
        using var finished = new CancellationTokenSource();

        var unrest = dialect == Dialect.PostgreSql ? StopAndStartAsync(test.Database, end.Token) : Task.CompletedTask;
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadAsync(log, finished.Token))).ToArray();
        var written = await Task.WhenAll(Enumerable.Range(0, Writers)
            .Select(w => Task.Run(() => WriteAsync(w % 2 == 0 ? test.Database : second, w, end.Token))));
        await unrest;

        var values = await test.Database.ReadPrimaryAsync(async (c, _) => (await c.QueryAsync<string>(
            test.Database.Sql("select verdi from prove.rad where id < @end order by id"), new { end = Writers + Contested })).ToArray());
        long[] acknowledged = [.. written, .. values.Select(long.Parse)];
        var total = acknowledged.Sum();
        Assert.True(total > 100, $"only {total} events were written");
        await log.WaitAsync(Prove.Stroem, total - 1).WaitAsync(TimeSpan.FromSeconds(20));
        await finished.CancelAsync();
        foreach (var reader in readers) Assert.Equal(acknowledged, (await reader).ToArray());
        Assert.Equal(total, await log.LastAsync(Prove.Stroem));
    }

    /// <summary>
    /// Each unit publishes one to three events with the writer's own running number, and one with the new value of a row that all change;
    /// every fifth is undone after having published.
    /// </summary>
    private static async Task<long> WriteAsync(Database database, int writer, CancellationToken end)
    {
        long number = 0;
        for (var n = 1; !end.IsCancellationRequested; n++)
        {
            var (events, undo) = (1 + (n % 3), n % 5 == 0);
            try
            {
                await database.WriteAsync(async (unit, _) =>
                {
                    await unit.InsertAsync(((writer + 1) * 1_000_000_000L) + n);
                    for (var i = 1; i <= events; i++) unit.Publish(writer, number + i);
                    var row = Writers + ((n + writer) % Contested);
                    unit.Publish(row, await unit.Connection.ExecuteScalarAsync<long>(unit.Sql("""
                        update prove.rad set verdi = cast(cast(verdi as bigint) + 1 as text) where id = @row returning cast(verdi as bigint)
                        """), new { row }, unit.Transaction));
                    if (undo) throw new FormatException("undone on purpose");
                }, CancellationToken.None);
                number += events;
            }
            catch (FormatException)
            {
            }
        }

        return number;
    }

    /// <summary>Returns how many events of each writer and each contested row the reader saw; throws at the first that is lost, repeated
    /// or out of order.</summary>
    private static async Task<long[]> ReadAsync(SequenceLog log, CancellationToken finished)
    {
        var seen = new long[Writers + Contested];
        long pointer = 0;
        while (true)
        {
            var page = await log.ReadAsync(Prove.Stroem, pointer + 1, 1000, CancellationToken.None);
            foreach (var e in page)
            {
                if (e.Sekvensnummer != pointer + 1) throw new InvalidOperationException($"{e.Sekvensnummer} follows {pointer}");
                if (e.Nummer() != seen[e.Noekkel] + 1) throw new InvalidOperationException($"Key {e.Noekkel}: {e.Nummer()} follows {seen[e.Noekkel]}");
                (pointer, seen[e.Noekkel]) = (e.Sekvensnummer, e.Nummer());
            }

            if (page.Count > 0) continue;
            if (finished.IsCancellationRequested) return seen;
            try
            {
                await log.WaitAsync(Prove.Stroem, pointer, finished);
            }
            catch (OperationCanceledException)
            {
                // One more look, then done.
            }
        }
    }

    private static async Task StopAndStartAsync(Database database, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await using var log = new SequenceLog(database);
            await log.StartAsync(CancellationToken.None);
            for (var i = 0; i < 10; i++)
            {
                // The holder is not told: it numbers on and must find out from the fence.
                await database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(
                    "update felles.leie set utloeper = 0", transaction: unit.Transaction), CancellationToken.None);
                await Task.Delay(30, CancellationToken.None);
            }
        }
    }
}

using Dapper;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Sekvens;

public sealed class KeyedEventsTests
{
    [Theory, TestDatabases]
    public async Task The_first_event_of_each_key_after_the_number_is_handed_over_and_no_other(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = await SequenceLogTests.StartedAsync(test.Database);
        long[] keys = [1, 2, 1, 3, 2, 1, 4, 9];
        for (var i = 0; i < keys.Length; i++)
        {
            await PublishAsync(test.Database, Prove.Stroem, keys[i], i + 1);
            await log.WaitAsync(Prove.Stroem, i).WaitAsync(TimeSpan.FromSeconds(10));
        }

        await PublishAsync(test.Database, "annen", 2, 100);

        Assert.Equal([(1, 1), (2, 2), (3, 4), (4, 7)], await FirstAsync(test.Database, after: 0, 0, 4));
        Assert.Equal([(1, 3), (2, 5), (3, 4), (4, 7)], await FirstAsync(test.Database, after: 2, 0, 8));
        Assert.Equal([(2, 5), (3, 4)], await FirstAsync(test.Database, after: 2, 1, 3));
        Assert.Empty(await FirstAsync(test.Database, after: 8, 0, 10));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task An_event_that_waits_for_its_number_comes_after_those_that_have_one(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using (var log = await SequenceLogTests.StartedAsync(test.Database))
        {
            await PublishAsync(test.Database, Prove.Stroem, 1, 1);
            await PublishAsync(test.Database, Prove.Stroem, 2, 2);
            await log.WaitAsync(Prove.Stroem, 1).WaitAsync(TimeSpan.FromSeconds(10));
        }

        await PublishAsync(test.Database, Prove.Stroem, 2, 3);
        await PublishAsync(test.Database, Prove.Stroem, 2, 4);
        await PublishAsync(test.Database, Prove.Stroem, 3, 5);

        Assert.Equal([(2, 2), (3, 5)], await FirstAsync(test.Database, after: 1, 0, 10));
        Assert.Equal([(2, 3), (3, 5)], await FirstAsync(test.Database, after: 2, 0, 10));
    }

    [Theory, TestDatabases]
    public async Task An_event_is_found_from_its_commit_on_also_while_it_moves_out_of_the_outbox(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = await SequenceLogTests.StartedAsync(test.Database);
        for (var key = 1L; key <= 300; key++)
        {
            var after = await log.LastAsync(Prove.Stroem);
            await PublishAsync(test.Database, Prove.Stroem, key, key);
            for (var times = 0; times < 5; times++)
                Assert.Equal([(key, key)], await FirstAsync(test.Database, after, key - 1, key));
        }
    }

    [Theory, TestDatabases]
    public async Task A_range_of_keys_is_read_from_the_index_of_keys(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await test.Database.WriteAsync(async (unit, _) =>
        {
            await unit.Connection.ExecuteAsync(
                unit.Sql("""
                    insert into felles.hendelse (stroem, sekvensnummer, type, noekkel, innhold, tid)
                    select 'prove', n, 'prove', n % 50000, {sqlite:x'00'}{postgresql:'\x00'}, 0 from
                    {sqlite:(with recursive t(n) as (select 1 union all select n + 1 from t where n < 200000) select n from t)}
                    {postgresql:generate_series(1, 200000) n}
                    """), transaction: unit.Transaction);
            if (dialect == Dialect.PostgreSql) await unit.Connection.ExecuteAsync("analyze felles.hendelse", transaction: unit.Transaction);
        });

        var plan = await test.Database.ReadPrimaryAsync(async (connection, ct) =>
        {
            var explain = dialect == Dialect.Sqlite ? "explain query plan " : "explain ";
            var sql = explain + KeyedEvents.Sql(test.Database);
            await using var command = KeyedEvents.Command(connection, sql, Prove.Stroem, 100, 1000, 1050);
            await using var rows = await command.ExecuteReaderAsync(ct);
            var lines = new List<string>();
            while (await rows.ReadAsync(ct)) lines.Add(rows.GetString(dialect == Dialect.Sqlite ? 3 : 0));
            return string.Join('\n', lines);
        });

        Assert.Contains("felles_hendelse_noekkel", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN felles_hendelse", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on hendelse", plan, StringComparison.Ordinal);
    }

    private static Task PublishAsync(Database database, string stream, long key, long number) => database.WriteAsync((unit, _) =>
    {
        unit.Publish(stream, "prove", key, BitConverter.GetBytes(number));
        return ValueTask.CompletedTask;
    });

    private static async Task<(long Key, long Number)[]> FirstAsync(Database database, long after, long from, long to)
    {
        var found = new List<(long Key, long Number)>();
        await new KeyedEvents(database).FirstAfterAsync(
            Prove.Stroem, after, from, to, (key, content) => found.Add((key, BitConverter.ToInt64(content.Span))));
        return [.. found.Order()];
    }
}

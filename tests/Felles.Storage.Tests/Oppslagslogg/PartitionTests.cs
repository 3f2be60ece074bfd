using System.Text.Json;
using Dapper;
using Felles.Storage.Oppslagslogg;
using Felles.Storage.Oppslagslogg.PostgreSql;
using Felles.Storage.Oppslagslogg.Verification;
using Felles.Testing.Databaser;
using Npgsql;

namespace Felles.Storage.Tests.Oppslagslogg;

public sealed class PartitionTests
{
    /// <summary>What each statement may touch: a way down the key in each of six months, and a few blocks.</summary>
    private const int Pages = 60;

    [Theory]
    [TestDatabases(
        "SELECT payload FROM oppslagslogg.block WHERE writer = 2 AND number = 20000 AND month = 202603",
        "SELECT number, month, payload FROM oppslagslogg.block WHERE writer = 2 AND number > 39998",
        "SELECT segment, month FROM oppslagslogg.block WHERE writer = 2 AND number > 20000 ORDER BY number LIMIT 1",
        "SELECT min(time) FROM oppslagslogg.block WHERE writer = 2 AND number > 39990 AND number <= 40000",
        "DELETE FROM oppslagslogg.block WHERE writer = 2 AND number >= 20000 AND number <= 20010 AND month = 202603",
        StretchVerifier.Select,
        PostgreSqlOnly = true)]
    public async Task A_block_is_found_by_its_number_without_a_walk_through_the_months(Dialect dialect, string sql)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using var connection = new NpgsqlConnection(test.Place);
        await connection.OpenAsync();
        await FillAsync(connection);
        sql = sql.Replace("@writer", "2").Replace("@first", "20000").Replace("@last", "20010");
        var plan = JsonDocument.Parse((await connection.ExecuteScalarAsync<string>($"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}"))!);
        var root = plan.RootElement[0].GetProperty("Plan");
        var touched = root.GetProperty("Shared Hit Blocks").GetInt64() + root.GetProperty("Shared Read Blocks").GetInt64();
        Assert.True(touched <= Pages, $"{touched} pages: {plan.RootElement}");
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_log_of_the_first_schema_is_taken_along(Dialect dialect)
    {
        await using var test = await LogUnderTest.CreateAsync(dialect);
        await using (var log = await test.StartAsync())
            await log.AppendAsync(Oppslag.Enkelt(1, 1));
        await using (var connection = new NpgsqlConnection(test.Place))
        {
            await connection.ExecuteAsync("""
                ALTER TABLE oppslagslogg.block DROP CONSTRAINT block_pkey;
                ALTER TABLE oppslagslogg.block ADD PRIMARY KEY (month, writer, number);
                ALTER TABLE oppslagslogg.index_cursor DROP COLUMN start_hash;
                ALTER TABLE oppslagslogg.index_run DROP COLUMN month;
                UPDATE oppslagslogg.schema_version SET version = 1;
                """);
        }

        await using (var log = await test.StartAsync())
            await log.AppendAsync(Oppslag.Enkelt(1, 2));
        Assert.Empty((await test.VerifyAsync()).Faults);
        Assert.Equal(
            2, (await new LookupLogReader(test.Store).ForPersonAsync(1, Oppslag.Start, DateTimeOffset.MaxValue)).Lookups.Count);
    }

    /// <summary>Three writers with 40 000 small blocks each, in the months January to June 2026.</summary>
    private static async Task FillAsync(NpgsqlConnection connection)
    {
        PostgreSqlLogSchema.Ensure(connection);
        for (var month = 202601; month <= 202606; month++)
            PostgreSqlLogSchema.EnsureMonth(connection, month);
        await connection.ExecuteAsync("""
            INSERT INTO oppslagslogg.block (writer, number, segment, first_record, records, time, month, hash, payload)
            SELECT writer, number, 1, number, 1, number, 202601 + (number - 1) / 6700, '', ''
                FROM generate_series(1, 3) writer, generate_series(1, 40000) number
            """);
        await connection.ExecuteAsync("VACUUM ANALYZE oppslagslogg.block");
    }
}

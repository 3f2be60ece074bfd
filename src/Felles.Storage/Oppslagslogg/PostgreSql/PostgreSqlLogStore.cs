using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Checkpoints;
using Felles.Storage.Oppslagslogg.Store;
using Npgsql;

namespace Felles.Storage.Oppslagslogg.PostgreSql;

/// <summary>The log in the schema <c>oppslagslogg</c>, with connections of its own and always on the primary.</summary>
internal sealed class PostgreSqlLogStore : LogStore
{
    /// <summary>"FLOGKEEP": held by the host that indexes and drops.</summary>
    private const long KeeperLock = 0x464C_4F47_4B45_4550L;

    /// <summary>Every sealed segment of the month has left its link, and nothing is unsealed, which would leave none.</summary>
    private const string MayDrop = """
        SELECT to_regclass('oppslagslogg.block_' || @month) IS NOT NULL
            AND NOT EXISTS (
                SELECT 1 FROM oppslagslogg.checkpoint WHERE kind = @Sealed AND month = @month
                    AND (writer, segment) NOT IN (SELECT writer, segment FROM oppslagslogg.checkpoint WHERE kind = @Dropped))
            AND NOT EXISTS (
                SELECT 1 FROM oppslagslogg.writer w JOIN oppslagslogg.block b USING (writer)
                WHERE b.month = @month AND b.number > w.sealed_blocks)
        """;

    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _writers;

    public PostgreSqlLogStore(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "Felles oppslagslogg" };
        // Without names their metrics are labelled with the connection string.
        _readers = new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = "felles-oppslagslogg" }.Build();

        // Not pooled: the connection carries the claim on its writer as a session lock, which must end with it.
        settings.Pooling = false;
        settings.KeepAlive = 10;
        _writers = new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = "felles-oppslagslogg-skriver" }.Build();
    }

    public override LogConnection OpenWriter() => new PostgreSqlLogConnection(this, _writers.OpenConnection());

    public override LogConnection? OpenSealer() => OpenWriter();

    public override async ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct) => await _readers.OpenConnectionAsync(ct);

    public override DbTransaction BeginSnapshot(DbConnection connection) =>
        connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    public override string ForUpdate => " FOR UPDATE";

    public override string PagesOfRuns => """
        SELECT r.writer, r.run, p.key, p.time, p.number, p.entries FROM (
            SELECT writer, run FROM oppslagslogg.index_run WHERE time_to >= @From AND time_from <= @Bound
            ORDER BY time_to DESC, writer, run LIMIT @take OFFSET @skip) r
        CROSS JOIN LATERAL (
            SELECT key, time, number, entries FROM oppslagslogg.index_page
            WHERE writer = r.writer AND run = r.run AND kind = @Kind AND (key, time) <= (@Key, @Bound)
            ORDER BY key DESC, time DESC, number DESC LIMIT 1) p
        WHERE position(@sought IN p.entries) > 0
        """;

    public override ValueTask<DbConnection> OpenIndexAsync(CancellationToken ct) => OpenReaderAsync(ct);

    public override async ValueTask<LogKeeper?> TryOpenKeeperAsync(CancellationToken ct)
    {
        // Not pooled either: a pooled connection would take the lock with it into the pool.
        var connection = await _writers.OpenConnectionAsync(ct);
        if (await connection.ExecuteScalarAsync<bool>("SELECT pg_try_advisory_lock(@KeeperLock)", new { KeeperLock }))
            return new LogKeeper(connection, $"SELECT pg_advisory_unlock({KeeperLock})");
        await connection.DisposeAsync();
        return null;
    }

    public override async ValueTask<bool> TryDropMonthAsync(DbConnection connection, long month, CancellationToken ct)
    {
        // Asked without a lock first: a month that is due in part keeps something for weeks, and the lock makes all appends wait.
        var values = new { month, Sealed = CheckpointKind.SegmentSealed, Dropped = CheckpointKind.SegmentDropped };
        if (!await connection.ExecuteScalarAsync<bool>(MayDrop, values))
            return false;

        // And again under it: a host that starts may have sealed a dead writer's segment in between. The table before its partition, which
        // is the order of everybody who reads or appends; the other way round the two could wait for each other.
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(
            $"SET LOCAL lock_timeout = '2s'; LOCK TABLE ONLY oppslagslogg.block, oppslagslogg.block_{month} IN ACCESS EXCLUSIVE MODE",
            transaction: transaction);
        if (!await connection.ExecuteScalarAsync<bool>(MayDrop, values, transaction))
            return false;
        await connection.ExecuteAsync($"DROP TABLE oppslagslogg.block_{month}", transaction: transaction);
        await transaction.CommitAsync(ct);
        return true;
    }

    public override string Sql(string sql) => sql;

    public override async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        await _writers.DisposeAsync();
    }
}

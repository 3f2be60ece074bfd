using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Store;
using Npgsql;

namespace Felles.Storage.Oppslagslogg.PostgreSql;

/// <summary>The log in the schema <c>oppslagslogg</c>, with connections of its own and always on the primary.</summary>
internal sealed class PostgreSqlLogStore : LogStore
{
    /// <summary>"FLOGKEEP": held by the host that indexes and drops.</summary>
    private const long KeeperLock = 0x464C_4F47_4B45_4550L;

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

    public override async ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct) => await _readers.OpenConnectionAsync(ct);

    public override DbTransaction BeginSnapshot(DbConnection connection) =>
        connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    public override string ForUpdate => " FOR UPDATE";

    public override ValueTask<DbConnection> OpenIndexAsync(CancellationToken ct) => OpenReaderAsync(ct);

    public override async ValueTask<DbConnection?> TryOpenKeeperAsync(CancellationToken ct)
    {
        // Not pooled either: a pooled connection would take the lock with it into the pool.
        var connection = await _writers.OpenConnectionAsync(ct);
        if (await connection.ExecuteScalarAsync<bool>("SELECT pg_try_advisory_lock(@KeeperLock)", new { KeeperLock }))
            return connection;
        await connection.DisposeAsync();
        return null;
    }

    public override async ValueTask<bool> TryDropMonthAsync(DbConnection connection, long month, CancellationToken ct)
    {
        // What is not sealed yet has no anchor to leave behind, so it keeps its month alive.
        var unsealed = await connection.ExecuteScalarAsync<bool>(
            """
            SELECT EXISTS (
                SELECT 1 FROM oppslagslogg.block b JOIN oppslagslogg.writer w USING (writer)
                WHERE b.month = @month AND b.number > w.sealed_blocks)
            """,
            new { month });
        if (unsealed)
            return false;
        await connection.ExecuteAsync($"SET lock_timeout = '2s'; DROP TABLE IF EXISTS oppslagslogg.block_{month}; RESET lock_timeout");
        return true;
    }

    public override string Sql(string sql) => sql;

    public override async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        await _writers.DisposeAsync();
    }
}

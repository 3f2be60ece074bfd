using System.Data.Common;
using Felles.Storage.Oppslagslogg.Store;
using Npgsql;

namespace Felles.Storage.Oppslagslogg.PostgreSql;

/// <summary>The log in the schema <c>oppslagslogg</c>, with connections of its own and always on the primary.</summary>
internal sealed class PostgreSqlLogStore : LogStore
{
    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _writers;

    public PostgreSqlLogStore(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "Felles oppslagslogg" };
        _readers = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();

        // Not pooled: the connection carries the claim on its writer as a session lock, which must end with it.
        settings.Pooling = false;
        settings.KeepAlive = 10;
        _writers = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    public override LogConnection OpenWriter() => new PostgreSqlLogConnection(_writers.OpenConnection());

    public override async ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct) => await _readers.OpenConnectionAsync(ct);

    public override DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    public override string Sql(string sql) => sql;

    public override async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        await _writers.DisposeAsync();
    }
}

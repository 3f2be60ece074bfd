using System.Data.Common;
using Felles.Storage.Oppslagslogg.Store;
using Microsoft.Data.Sqlite;

namespace Felles.Storage.Oppslagslogg.Sqlite;

/// <summary>The log as a SQLite file of its own, beside the registers' file, so that its commits never wait for theirs.</summary>
internal sealed class SqliteLogStore(string file) : LogStore
{
    public string File { get; } = Path.GetFullPath(file);

    public override LogConnection OpenWriter()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        return new SqliteLogConnection(this);
    }

    public override async ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct)
    {
        // Read-write although it only reads: a reader without write access cannot recover the WAL of a crashed writer.
        var connection = Connection(SqliteOpenMode.ReadWrite, pooling: true);
        await connection.OpenAsync(ct);
        return connection;
    }

    public override DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override string Sql(string sql) => sql.Replace("oppslagslogg.", "", StringComparison.Ordinal);

    public SqliteConnection Connection(SqliteOpenMode mode, bool pooling) => new(
        new SqliteConnectionStringBuilder { DataSource = File, Mode = mode, Pooling = pooling, DefaultTimeout = 30 }.ConnectionString);

    public override ValueTask DisposeAsync()
    {
        using var connection = Connection(SqliteOpenMode.ReadWrite, pooling: true);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }
}

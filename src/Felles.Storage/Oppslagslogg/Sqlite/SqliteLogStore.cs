using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Store;
using Microsoft.Data.Sqlite;

namespace Felles.Storage.Oppslagslogg.Sqlite;

/// <summary>The log as a SQLite file of its own, beside the registers' file, so that its commits never wait for theirs.</summary>
internal sealed class SqliteLogStore(string file) : LogStore
{
    public string File { get; } = Path.GetFullPath(file);

    /// <summary>A file of its own: building the index must not take the log's write lock. It may be deleted; it is built again.</summary>
    private string IndexFile => Path.ChangeExtension(File, null) + "-indeks.db";

    public override LogConnection OpenWriter()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        return new SqliteLogConnection(this);
    }

    public override LogConnection? OpenSealer() => null;

    public override async ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct)
    {
        // Read-write although it only reads: a reader without write access cannot recover the WAL of a crashed writer.
        var connection = Connection(SqliteOpenMode.ReadWrite, pooling: true);
        await connection.OpenAsync(ct);
        return connection;
    }

    public override DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override string ForUpdate => "";

    public override string PagesOfRuns => """
        SELECT writer, run, key, time, number, entries FROM index_page
        WHERE instr(entries, @sought) > 0 AND rowid IN (
            SELECT (SELECT p.rowid FROM index_page p
                WHERE p.writer = r.writer AND p.run = r.run AND p.kind = @Kind AND (p.key, p.time) <= (@Key, @Bound)
                ORDER BY p.key DESC, p.time DESC, p.number DESC LIMIT 1)
            FROM (
                SELECT writer, run FROM index_run WHERE time_to >= @From AND time_from <= @Bound
                ORDER BY time_to DESC, writer, run LIMIT @take OFFSET @skip) r)
        """;

    public override async ValueTask<DbConnection> OpenIndexAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(Settings(IndexFile, SqliteOpenMode.ReadWriteCreate, pooling: true));
        await connection.OpenAsync(ct);
        SqliteIndexSchema.Ensure(connection);
        return connection;
    }

    /// <summary>
    /// The lock file lets one program in, and in it one keeper runs. What retention deletes is overwritten, and not left in free pages.
    /// </summary>
    public override async ValueTask<LogKeeper?> TryOpenKeeperAsync(CancellationToken ct)
    {
        var connection = Connection(SqliteOpenMode.ReadWrite, pooling: false);
        await connection.OpenAsync(ct);
        await connection.ExecuteAsync("PRAGMA secure_delete = ON; " + SqliteLogConnection.BusyTimeout);
        return new LogKeeper(connection, release: null);
    }

    public override ValueTask<bool> TryDropMonthAsync(DbConnection connection, long month, CancellationToken ct) =>
        ValueTask.FromResult(false);

    public override string Sql(string sql) => sql.Replace("oppslagslogg.", "", StringComparison.Ordinal);

    public SqliteConnection Connection(SqliteOpenMode mode, bool pooling) => new(Settings(File, mode, pooling));

    public override ValueTask DisposeAsync()
    {
        foreach (var settings in (string[])[
            Settings(File, SqliteOpenMode.ReadWrite, pooling: true), Settings(IndexFile, SqliteOpenMode.ReadWriteCreate, pooling: true)])
        {
            using var connection = new SqliteConnection(settings);
            SqliteConnection.ClearPool(connection);
        }

        return ValueTask.CompletedTask;
    }

    private static string Settings(string file, SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = 30,
    }.ConnectionString;
}

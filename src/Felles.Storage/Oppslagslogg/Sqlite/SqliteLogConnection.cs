using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Store;
using Microsoft.Data.Sqlite;

namespace Felles.Storage.Oppslagslogg.Sqlite;

/// <summary>The one writer of the file. A lock file proves that no other process writes, so every other unclosed writer is dead.</summary>
internal sealed class SqliteLogConnection : LogConnection
{
    /// <summary>Retention writes in slices on a connection of its own; a commit waits for a slice instead of failing.</summary>
    public const string BusyTimeout = "PRAGMA busy_timeout = 20000";

    private readonly SqliteLogStore _store;
    private readonly FileStream _lock;
    private readonly SqliteConnection _connection;
    private SqliteStatements? _statements;

    public SqliteLogConnection(SqliteLogStore store)
    {
        _store = store;
        _lock = Lock(store.File + ".lock");
        try
        {
            _connection = store.Connection(SqliteOpenMode.ReadWriteCreate, pooling: false);
            _connection.Open();

            _connection.Execute(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; "
                + BusyTimeout);
        }
        catch
        {
            _connection?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    public override DbConnection Connection => _connection;

    public override LogStore Store => _store;

    public override DurabilityProof ProveDurability()
    {
        var journal = _connection.ExecuteScalar<string>("PRAGMA journal_mode");
        var synchronous = _connection.ExecuteScalar<long>("PRAGMA synchronous");
        return new DurabilityProof(
            Path.GetFileName(_store.File),
            new SortedList<string, string>(StringComparer.Ordinal) { ["journal_mode"] = journal!, ["synchronous"] = $"{synchronous}" })
        {
            Durable = journal == "wal" && synchronous >= 2,
        };
    }

    public override void EnsureSchema() => SqliteLogSchema.Ensure(_connection);

    public override void EnsureMonth(int month)
    {
        // One table holds all months here; retention deletes from it.
    }

    public override long ClaimNewWriter() => _connection.ExecuteScalar<long>("SELECT coalesce(max(writer), 0) + 1 FROM writer");

    public override bool TryClaimWriter(long writer) => true;

    public override void ReleaseWriter(long writer)
    {
        // The lock file is the claim on all of them.
    }

    public override void WriteBlock(in BlockHeader header, ReadOnlyMemory<byte> payload, byte[] previousHash, byte[] hash)
    {
        _statements ??= new SqliteStatements(_connection.Handle!);
        _statements.WriteBlock(header, payload.Span, previousHash, hash);
    }

    public override void Dispose()
    {
        _statements?.Dispose();
        _connection.Dispose();
        _lock.Dispose();
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DataDirectoryInUseException(Path.GetDirectoryName(path)!, "");
        }
    }
}

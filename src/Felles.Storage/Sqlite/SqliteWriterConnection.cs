using Microsoft.Data.Sqlite;

namespace Felles.Storage.Sqlite;

/// <summary>
/// The writer's connection with its transaction, reopened and proved again after a fault. Used by the writer thread alone.
/// </summary>
internal sealed class SqliteWriterConnection(string path, Action<DurabilityProof> proved, Func<FaultPoint, SqliteConnection, bool>? fault)
    : IDisposable
{
    private SqliteConnection? _connection;
    private SqliteTransaction? _transaction;
    private RawStatement? _savepoint, _release, _rollback;
    private SqliteStreams? _streams;

    public SqliteConnection Connection => _connection ?? throw new InvalidOperationException("The writer is not open.");

    public SqliteTransaction Transaction => _transaction ?? throw new InvalidOperationException("No transaction has begun.");

    public SqliteStreams Streams => _streams ?? throw new InvalidOperationException("The writer is not open.");

    public void Open()
    {
        if (_connection is not null) return;
        var connection = SqliteConnections.OpenWriter(path, out var proof);
        proved(proof);
        _savepoint = new RawStatement(connection.Handle!, "savepoint unit");
        _release = new RawStatement(connection.Handle!, "release unit");
        _rollback = new RawStatement(connection.Handle!, "rollback to unit");
        _streams = new SqliteStreams(connection);
        _connection = connection;
    }

    /// <summary>Starts a unit, opening the connection and beginning the transaction when needed.</summary>
    public void BeginUnit()
    {
        Open();
        _transaction ??= Connection.BeginTransaction(deferred: false);
        _savepoint!.Run();
    }

    public void EndUnit() => _release!.Run();

    /// <summary>Undoes one unit. False when SQLite has already undone the whole transaction by itself.</summary>
    public bool TryUndoUnit()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(Connection.Handle!) != 0) return false;
        _rollback!.Run();
        _release!.Run();
        Streams.Forget();
        return true;
    }

    public void Commit()
    {
        if (_transaction is null) return;
        Streams.SaveHeads();
        Inject(FaultPoint.BeforeCommit);
        Transaction.Commit();
        Inject(FaultPoint.AfterCommit);
        Transaction.Dispose();
        _transaction = null;
    }

    /// <summary>Closes without committing; what was in the transaction is gone.</summary>
    public void Abandon()
    {
        var (connection, transaction, streams) = (_connection, _transaction, _streams);
        (_connection, _transaction, _streams) = (null, null, null);
        try
        {
            transaction?.Dispose();
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            // The transaction is already gone; closing the connection is what matters.
        }

        streams?.Dispose();
        _savepoint?.Dispose();
        _release?.Dispose();
        _rollback?.Dispose();
        connection?.Dispose();
    }

    public void Dispose() => Abandon();

    private void Inject(FaultPoint point)
    {
        if (fault?.Invoke(point, Connection) == true) throw new IOException($"Injected fault: {point}.");
    }
}

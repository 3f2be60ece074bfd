using Microsoft.Data.Sqlite;

namespace Felles.Storage.Sqlite;

/// <summary>
/// A reading connection that may stay in its read transaction from one use to the next. Beginning and ending one for every read takes two
/// file locks under a mutex that all readers of the process share, which costs more than finding a row.
/// </summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private readonly RawStatement _begin = new(connection.Handle!, "begin");
    private readonly RawStatement _end = new(connection.Handle!, "commit");
    private long? _holds;

    public SqliteConnection Connection { get; } = connection;

    /// <summary>True when the snapshot it stays in, if any, has every commit up to this one.</summary>
    public bool IsCurrent(long commit) => _holds is null || _holds >= commit;

    /// <summary>Stays in the snapshot that its next read opens, which has at least this commit.</summary>
    public void Stay(long commit)
    {
        if (_holds is not null) return;
        _begin.Run();
        _holds = commit;
    }

    public void Leave()
    {
        if (_holds is null) return;
        _end.Run();
        _holds = null;
    }

    public void Dispose()
    {
        _begin.Dispose();
        _end.Dispose();
        Connection.Dispose();
    }
}

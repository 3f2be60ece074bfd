using Microsoft.Data.Sqlite;

namespace Felles.Storage.Sqlite;

/// <summary>
/// Keeps open readers for reuse. Readers never wait for each other nor for the writer (WAL), so the pool hands out a new one when all are
/// taken and closes those it has no place for when they come back.
/// </summary>
/// <remarks>
/// Where this process is the one that writes, nothing changes between two of its commits, so readers stay in their snapshot from use to use
/// until the next commit. Around the commit none does: a snapshot that is held would keep the writer from emptying the log.
/// </remarks>
internal sealed class SqliteReaderPool(string path) : IDisposable
{
    private readonly SqliteReader?[] _idle = new SqliteReader?[Math.Max(16, Environment.ProcessorCount * 4)];
    private long _commits;
    private volatile bool _mayStay;
    private volatile bool _closed;

    /// <summary>A reader that sees every acknowledged commit.</summary>
    public SqliteReader Take()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var commit = Volatile.Read(ref _commits); // before the snapshot can begin, so that it has at least this one
        var mayStay = _mayStay;
        try
        {
            var reader = TakeIdle() ?? new SqliteReader(SqliteConnections.OpenReader(path));
            if (!mayStay || !reader.IsCurrent(commit)) reader.Leave();
            if (mayStay) reader.Stay(commit);
            return reader;
        }
        catch (SqliteException e) when (SqliteErrors.IsUnavailable(e))
        {
            throw new DatabaseUnavailableException($"The database file {path} cannot be opened.", e);
        }
    }

    public void Return(SqliteReader reader)
    {
        if (!_mayStay) reader.Leave();
        for (var i = 0; i < _idle.Length && !_closed; i++)
        {
            if (_idle[i] is null && Interlocked.CompareExchange(ref _idle[i], reader, null) is null)
            {
                if (_closed) Dispose(); // closed in between: nobody else would close this one
                return;
            }
        }

        reader.Dispose();
    }

    /// <summary>
    /// Before a commit: no reader stays in a snapshot longer than its use. One that comes back just now is let go by the next commit.
    /// </summary>
    public void BeforeCommit()
    {
        _mayStay = false;
        for (var i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.Exchange(ref _idle[i], null) is not { } reader) continue;
            reader.Leave();
            Return(reader);
        }
    }

    /// <summary>After a commit, before anybody is told of it; also when it failed, since nobody knows then what the file has.</summary>
    public void AfterCommit()
    {
        Interlocked.Increment(ref _commits);
        _mayStay = true;
    }

    public void Dispose()
    {
        _closed = true;
        _mayStay = false;
        for (var i = 0; i < _idle.Length; i++) Interlocked.Exchange(ref _idle[i], null)?.Dispose();
    }

    private SqliteReader? TakeIdle()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } reader) return reader;
        }

        return null;
    }
}

using Microsoft.Data.Sqlite;

namespace Felles.Storage.Sqlite;

/// <summary>
/// Keeps open readers for reuse. Readers never wait for each other nor for the writer (WAL), so the pool hands out a new one when all are
/// taken and closes those it has no place for when they come back.
/// </summary>
internal sealed class SqliteReaderPool(string path) : IDisposable
{
    private readonly SqliteConnection?[] _idle = new SqliteConnection?[Math.Max(16, Environment.ProcessorCount * 4)];
    private volatile bool _closed;

    public SqliteConnection Take()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } reader) return reader;
        }

        try
        {
            return SqliteConnections.OpenReader(path);
        }
        catch (SqliteException e) when (SqliteErrors.IsUnavailable(e))
        {
            throw new DatabaseUnavailableException($"The database file {path} cannot be opened.", e);
        }
    }

    public void Return(SqliteConnection reader)
    {
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

    public void Dispose()
    {
        _closed = true;
        for (var i = 0; i < _idle.Length; i++) Interlocked.Exchange(ref _idle[i], null)?.Dispose();
    }
}

using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Felles.Storage.Sqlite;

/// <summary>One file, <c>felles.db</c>, in the data folder: one writer thread, a pool of readers.</summary>
public sealed class SqliteDatabase : Database
{
    private const string FileName = "felles.db";

    private readonly string _directory;
    private readonly string _path;
    private readonly SqliteReaderPool _readers;
    private readonly Lock _opening = new();
    private DataDirectoryLock? _folder;
    private SqliteWriter? _writer;
    private DurabilityProof[] _durability = [];
    private bool _disposed;

    public SqliteDatabase(string directory, IEnumerable<string> schemas) : base(Dialect.Sqlite, schemas)
    {
        _directory = directory;
        _path = Path.Combine(directory, FileName);
        _readers = new SqliteReaderPool(_path);
    }

    public override IReadOnlyList<DurabilityProof> Durability => _durability;

    /// <summary>Lets a test make the batch fail at a point: true makes it.</summary>
    internal Func<FaultPoint, SqliteConnection, bool>? Fault { get; set; }

    public static bool ExistsIn(string directory) => File.Exists(Path.Combine(directory, FileName));

    public override Task OpenAsync(CancellationToken ct = default)
    {
        Writer();
        return Task.CompletedTask;
    }

    public override async ValueTask<T> ReadAsync<TState, T>(
        TState state, Func<DbConnection, TState, CancellationToken, ValueTask<T>> read, CancellationToken ct = default)
    {
        var reader = _readers.Take();
        var sound = false;
        try
        {
            var result = await read(reader.Connection, state, ct);
            sound = true;
            return result;
        }
        catch (SqliteException e) when (SqliteErrors.IsUnavailable(e))
        {
            throw new DatabaseUnavailableException("The database file could not be read.", e);
        }
        finally
        {
            // After a fault the connection may hold a half-read statement and with it an old snapshot; it is not reused.
            if (sound) _readers.Return(reader);
            else reader.Dispose();
        }
    }

    public override ValueTask<T> ReadPrimaryAsync<TState, T>(
        TState state, Func<DbConnection, TState, CancellationToken, ValueTask<T>> read, CancellationToken ct = default) =>
            ReadAsync(state, read, ct);

    public override Task<T> WriteAsync<T>(Func<UnitOfWork, CancellationToken, ValueTask<T>> work, CancellationToken ct = default) =>
        Writer().Enqueue(work, ct);

    public override ValueTask DisposeAsync()
    {
        lock (_opening)
        {
            _disposed = true;
            _writer?.Dispose();
            _readers.Dispose();
            _folder?.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The writer is opened at the first write, so that a program that only reads may run beside the one that writes.</summary>
    private SqliteWriter Writer()
    {
        if (Volatile.Read(ref _writer) is { } open) return open;
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_writer is not null) return _writer;
            _folder ??= DataDirectoryLock.Take(_directory);
            var connection = new SqliteWriterConnection(
                _path, proof => _durability = [proof], (point, c) => Fault?.Invoke(point, c) == true);
            connection.Open();
            return _writer = new SqliteWriter(this, connection, _readers);
        }
    }
}

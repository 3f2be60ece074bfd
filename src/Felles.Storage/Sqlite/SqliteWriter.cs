using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Felles.Storage.Sqlite;

/// <summary>
/// The one thread that writes. Units wait in a queue; those that wait together become one transaction, each in a savepoint of its own, with
/// one flush for all. While the disk flushes, the next batch gathers: the busier, the larger the batches.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MaxUnits = 512;
    private const int MaxQueue = 50_000;
    private static readonly TimeSpan MaxGathering = TimeSpan.FromMilliseconds(20);
    private static readonly AsyncLocal<SqliteWriter?> Inside = new();

    private readonly BlockingCollection<WriteItem> _queue = [];
    private readonly SqliteWriterConnection _connection;
    private readonly Database _database;
    private readonly SqliteReaderPool _readers;
    private readonly Thread _thread;
    private readonly List<WriteItem> _batch = [];

    public SqliteWriter(Database database, SqliteWriterConnection connection, SqliteReaderPool readers)
    {
        _database = database;
        _connection = connection;
        _readers = readers;
        _thread = new Thread(Loop) { IsBackground = true, Name = "Felles SQLite writer" };
        _thread.Start();
    }

    public Task<T> Enqueue<T>(Func<UnitOfWork, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        if (Inside.Value == this)
            throw new InvalidOperationException(
                "WriteAsync was called inside a unit of work. The writer would wait for itself; use the unit at hand.");
        if (_queue.Count >= MaxQueue)
            throw new DatabaseUnavailableException($"{MaxQueue} units of work wait for the disk already.");
        var item = new WriteItem<T>(work, ct);
        try
        {
            _queue.Add(item, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteDatabase), "The database is closed.");
        }

        StorageMetrics.Queued();
        return item.Task;
    }

    /// <summary>Takes no more units, finishes those that wait, and ends.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
    }

    private void Loop()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            try
            {
                WriteBatch(first);
            }
            catch (Exception e)
            {
                RefuseBatch(e);
            }

            _batch.Clear();
        }

        _connection.Dispose();
    }

    private void WriteBatch(WriteItem first)
    {
        var started = Stopwatch.GetTimestamp();
        Inside.Value = this;
        for (var item = first; ; )
        {
            StorageMetrics.Dequeued();
            RunUnit(item);
            if (_batch.Count >= MaxUnits || Stopwatch.GetElapsedTime(started) > MaxGathering || !_queue.TryTake(out item!)) break;
        }

        // Back before anything that others start from here: a task begun after the commit may write.
        Inside.Value = null;
        _readers.BeforeCommit();
        _connection.Commit(); // also when every unit was undone: an open transaction would keep an old snapshot
        _readers.AfterCommit();
        if (_batch.Count == 0) return;
        StorageMetrics.Committed(_batch.Count(static item => item.Undone is null), Stopwatch.GetElapsedTime(started));
        foreach (var (stroem, siste) in _connection.Streams.TakePublished()) _database.RaisePublished(stroem, siste);
        foreach (var item in _batch) item.Tell();
        _batch.Clear();
    }

    private void RunUnit(WriteItem item)
    {
        if (item.IsCancelled)
        {
            item.Cancel();
            return;
        }

        // In the batch from here, so that any fault of the connection refuses it together with the rest.
        _batch.Add(item);
        _connection.BeginUnit();
        try
        {
            var unit = new UnitOfWork(_database, _connection.Connection, _connection.Transaction);
            item.Run(unit);
            _connection.Streams.Append(unit.Events);
        }
        catch (Exception e)
        {
            // False when SQLite has undone the whole transaction by itself (full disk, read fault): then nobody in this batch may be
            // acknowledged.
            if (!_connection.TryUndoUnit()) throw;
            item.Undone = e is SqliteException && SqliteErrors.IsUnavailable(e)
                ? new DatabaseUnavailableException("The write could not be done.", e) : e;
            return;
        }

        _connection.EndUnit();
    }

    /// <summary>
    /// A failed flush leaves unknown what the disk has. Nobody is acknowledged, and the connection is opened anew before the next batch:
    /// the pages that it believes to be written may not be.
    /// </summary>
    private void RefuseBatch(Exception reason)
    {
        Inside.Value = null;
        _connection.Abandon();
        _readers.AfterCommit();
        StorageMetrics.RefusedUnits(_batch.Count);
        var refusal = new DatabaseUnavailableException("The write could not be made durable and was not acknowledged.", reason);
        foreach (var item in _batch) item.Refuse(refusal);
    }
}

namespace Felles.Storage.Sqlite;

/// <summary>One unit of work on its way through the writer's queue.</summary>
internal abstract class WriteItem(CancellationToken ct)
{
    protected CancellationToken Cancellation { get; } = ct;

    /// <summary>True when the caller gave up before the unit started; it is then not run at all.</summary>
    public bool IsCancelled => Cancellation.IsCancellationRequested;

    /// <summary>Why the unit alone was undone, or null. Told after the commit: it may rest on rows of the same batch.</summary>
    public Exception? Undone { get; set; }

    public abstract void Run(UnitOfWork unit);

    /// <summary>The batch is durable: runs what was to be done after that, and tells the caller.</summary>
    public void Tell()
    {
        if (Undone is null) Acknowledge();
        else Refuse(Undone);
    }

    public abstract void Refuse(Exception reason);

    public abstract void Cancel();

    protected abstract void Acknowledge();
}

internal sealed class WriteItem<T>(Func<UnitOfWork, CancellationToken, ValueTask<T>> work, CancellationToken ct) : WriteItem(ct)
{
    // Continuations must not run on the writer thread: a caller that blocked there would stop all writing.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private UnitOfWork? _unit;

    public Task<T> Task => _done.Task;

    public override void Run(UnitOfWork unit)
    {
        _unit = unit;
        var pending = work(unit, Cancellation);
        // SQLite has no asynchronous calls, so this nearly always has its result already; else the writer waits: one unit at a time.
        _result = pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
    }

    public override void Refuse(Exception reason)
    {
        if (reason is OperationCanceledException cancelled) _done.TrySetCanceled(cancelled.CancellationToken);
        else _done.TrySetException(reason);
    }

    public override void Cancel() => _done.TrySetCanceled(Cancellation);

    protected override void Acknowledge()
    {
        try
        {
            _unit!.RunAfterCommit();
            _done.TrySetResult(_result);
        }
        catch (Exception e)
        {
            // A bug of this caller; the others of the batch must not be told that their durable writes failed.
            _done.TrySetException(e);
        }
    }
}

namespace Felles.Storage.Sqlite;

/// <summary>One unit of work on its way through the writer's queue.</summary>
internal abstract class WriteItem(CancellationToken ct)
{
    protected CancellationToken Cancellation { get; } = ct;

    public UnitOfWork? Unit { get; set; }

    /// <summary>True when the caller gave up before the unit started; it is then not run at all.</summary>
    public bool IsCancelled => Cancellation.IsCancellationRequested;

    public abstract void Run(UnitOfWork unit);

    public abstract void Acknowledge();

    public abstract void Refuse(Exception reason);

    public abstract void Cancel();
}

internal sealed class WriteItem<T>(Func<UnitOfWork, CancellationToken, ValueTask<T>> work, CancellationToken ct) : WriteItem(ct)
{
    // Continuations must not run on the writer thread: a caller that blocked there would stop all writing.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Task => _done.Task;

    public override void Run(UnitOfWork unit)
    {
        var pending = work(unit, Cancellation);
        // SQLite has no asynchronous calls, so this nearly always has its result already; else the writer waits: one unit at a time.
        _result = pending.IsCompletedSuccessfully ? pending.Result : pending.AsTask().GetAwaiter().GetResult();
    }

    public override void Acknowledge() => _done.TrySetResult(_result);

    public override void Refuse(Exception reason)
    {
        if (reason is OperationCanceledException cancelled) _done.TrySetCanceled(cancelled.CancellationToken);
        else _done.TrySetException(reason);
    }

    public override void Cancel() => _done.TrySetCanceled(Cancellation);
}

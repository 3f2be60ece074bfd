using System.Diagnostics;
using Felles.Storage.Oppslagslogg.Store;
using Microsoft.Extensions.Logging;

namespace Felles.Storage.Oppslagslogg.Writing;

/// <summary>
/// The thread that commits. It takes what has gathered while it was busy, so the group grows with the load and an idle log answers at once.
/// A failed commit refuses its whole group and ends the session; the next group begins a new one.
/// </summary>
internal sealed partial class LookupFlusher(
    LookupQueue queue, LogStore store, LookupLogOptions options, TimeProvider clock, LookupLogMetrics metrics, ILogger logger,
    Action<LogProgress> progress)
{
    private static readonly TimeSpan BetweenOpenings = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LogSession? _session;
    private string? _closedBecause;

    /// <summary>What the newest session's connection promised.</summary>
    public DurabilityProof? Durability { get; private set; }

    public bool IsOpen => Volatile.Read(ref _session) is not null;

    public Task Ended => _ended.Task;

    /// <summary>Opens the first session on the caller's thread, so that a start without durability fails, and starts the flusher.</summary>
    public void Start()
    {
        OpenSession();
        new Thread(Run) { IsBackground = true, Name = "oppslagslogg" }.Start();
    }

    private void Run()
    {
        while (queue.Take(_session?.UntilSealDue ?? BetweenOpenings, out var batch))
        {
            if (batch is not null)
                Flush(batch);
            else if (_session is null)
                Reopen();
            Try(session => session.SealIfDue());
            if (_session is { Full: true })
            {
                CloseSession();
                Reopen();
            }
        }

        CloseSession();
        _ended.SetResult();
    }

    private void Flush(LookupBatch batch)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var session = _session ?? OpenSession();
            session.Append(batch);
        }
        catch (Exception e)
        {
            // Every kind of failure ends here and becomes a refusal: an answer that leaves without its record is the one thing that must
            // not happen.
            FlushFailed(logger, batch.Records, e);
            metrics.Refused(batch.Records);
            batch.Fail(e as DatabaseUnavailableException ?? new DatabaseUnavailableException("The look-up could not be logged.", e));
            queue.Return(batch);
            EndSession();
            return;
        }

        var records = batch.Records;
        batch.Complete();
        queue.Return(batch);
        metrics.Flushed(records, Stopwatch.GetElapsedTime(began));
        progress(new LogProgress(records, null));
    }

    /// <summary>Work after the answers have left. If it fails, the next start or session seals what this one leaves open.</summary>
    private void Try(Func<LogSession, LookupLogAnchor?> work)
    {
        if (_session is null)
            return;
        try
        {
            if (work(_session) is { } anchor)
                progress(new LogProgress(0, anchor));
        }
        catch (Exception e)
        {
            SealFailed(logger, _session.Writer, e);
            EndSession();
        }
    }

    /// <summary>
    /// Without waiting for a look-up: a host that is taken out of service because its log is closed gets none, and would stay out.
    /// </summary>
    private void Reopen()
    {
        try
        {
            OpenSession();
        }
        catch (Exception e)
        {
            // The next second tries again, and a reason is told once: it may be another than that of the flush which closed the log.
            var reason = $"{e.GetType()}: {e.Message}";
            if (reason != _closedBecause)
                ReopenFailed(logger, e);
            _closedBecause = reason;
        }
    }

    private LogSession OpenSession()
    {
        _session = LogSession.Open(store, clock, options);
        _closedBecause = null;
        Durability = _session.Durability;
        SessionOpened(logger, _session.Writer, Durability.ToString());
        return _session;
    }

    private void CloseSession()
    {
        Try(session => session.Close());
        EndSession();
    }

    private void EndSession()
    {
        _session?.Dispose();
        _session = null;
    }

    [LoggerMessage(6100, LogLevel.Information, "Look-up log: writer {Writer} begins ({Settings})")]
    private static partial void SessionOpened(ILogger logger, long writer, string settings);

    [LoggerMessage(6101, LogLevel.Error, "Look-up log: {Records} records could not be made durable; their answers are refused")]
    private static partial void FlushFailed(ILogger logger, int records, Exception exception);

    [LoggerMessage(6103, LogLevel.Error, "Look-up log: it is closed and cannot be opened; nothing is answered until it can")]
    private static partial void ReopenFailed(ILogger logger, Exception exception);

    [LoggerMessage(6102, LogLevel.Warning, "Look-up log: writer {Writer} could not seal its segment; the next session will")]
    private static partial void SealFailed(ILogger logger, long writer, Exception exception);
}

/// <summary>What the flusher has just done: records made durable, or a new head of the checkpoint chain.</summary>
internal readonly record struct LogProgress(int Records, LookupLogAnchor? Anchor);

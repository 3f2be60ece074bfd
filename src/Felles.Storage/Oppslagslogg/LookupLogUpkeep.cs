using Felles.Storage.Oppslagslogg.Checkpoints;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.Store;
using Felles.Storage.Oppslagslogg.Writing;
using Microsoft.Extensions.Logging;

namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// The log's work behind the answers: keeps the index close, writes anchors, seals what dead hosts left open, and drops what retention lets
/// go. It is disposed of after the log, so that the last seal is anchored too.
/// </summary>
internal sealed partial class LookupLogUpkeep(
    LogStore store, LookupLogIndex index, LookupLogRetention retention, LookupLogOptions options, TimeProvider clock,
    ILogger<LookupLogUpkeep> logger) : IAsyncDisposable
{
    private static readonly TimeSpan AnchorsAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SealAgain = TimeSpan.FromHours(1);
    private static readonly TimeSpan LastAnchors = TimeSpan.FromSeconds(5);

    private readonly AnchorQueue? _anchors = options.AnchorFile is { Length: > 0 } file ? new AnchorQueue(new AnchorFile(file)) : null;
    private readonly SemaphoreSlim _work = new(0);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;
    private DateTimeOffset _sealed;
    private int _unindexed;

    /// <summary>Begins with what an earlier process left behind.</summary>
    public void Start()
    {
        _sealed = clock.GetUtcNow(); // the session that has just been opened did it
        _loop = Task.Run(RunAsync);
        _work.Release();
    }

    /// <summary>Called on the flusher's thread after each commit.</summary>
    public void Note(LogProgress progress)
    {
        if (progress.Anchor is { } anchor)
            _anchors?.Add(anchor);
        _unindexed += progress.Records;
        if (_unindexed < options.IndexAfterRecords && progress.Anchor is null)
            return;
        _unindexed = 0;
        _work.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        if (_anchors is not null)
            await TryAsync(() => _anchors.FinishAsync().WaitAsync(LastAnchors, clock));
        _stop.Dispose();
        _work.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                var asked = await _work.WaitAsync(AnchorsAgain, _stop.Token);

                // Not waited for: the file often lies on another machine, and a mount that hangs must delay nothing but itself.
                if (_anchors is not null)
                    _ = TryAsync(_anchors.WriteAsync);
                await TryAsync(SealAbandonedAsync);
                if (!asked)
                    continue;
                await TryAsync(() => index.CatchUpAsync(_stop.Token));
                if (options.Retention is { } kept)
                    await TryAsync(() => retention.DropAsync(clock.GetUtcNow() - kept, _stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    /// <summary>A host that is not started again leaves a tail that only its row guards.</summary>
    private Task SealAbandonedAsync()
    {
        var now = clock.GetUtcNow();
        if (now - _sealed < SealAgain)
            return Task.CompletedTask;
        _sealed = now;
        using var sealer = store.OpenSealer();
        if (sealer is not null)
            WriterRows.SealAbandoned(sealer, LogTime.ToMicroseconds(now));
        return Task.CompletedTask;
    }

    /// <summary>One thing that fails holds nothing else up, and is tried again: the next seal, run or minute comes.</summary>
    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (!(e is OperationCanceledException && _stop.IsCancellationRequested))
        {
            Failed(logger, e);
        }
    }

    [LoggerMessage(6110, LogLevel.Warning, "Look-up log: index, anchors, seals of dead writers or retention are delayed")]
    private static partial void Failed(ILogger logger, Exception exception);
}

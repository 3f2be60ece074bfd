using Felles.Storage.Oppslagslogg.Index;
using Microsoft.Extensions.Logging;

namespace Felles.Storage.Oppslagslogg;

/// <summary>Keeps the index close behind the log, and drops what retention lets go whenever a segment has been sealed.</summary>
internal sealed partial class LookupLogUpkeep(
    LookupLogIndex index, LookupLogRetention retention, LookupLogOptions options, TimeProvider clock,
    ILogger<LookupLogUpkeep> logger) : IAsyncDisposable
{
    // Not disposed: the flusher may signal a last time while the log closes behind this.
    private readonly SemaphoreSlim _work = new(0);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;
    private int _unindexed;

    /// <summary>Begins with what an earlier process left behind.</summary>
    public void Start()
    {
        _loop = Task.Run(RunAsync);
        _work.Release();
    }

    /// <summary>Called on the flusher's thread after each commit.</summary>
    public void Note(Writing.LogProgress progress)
    {
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
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _work.WaitAsync(_stop.Token);
                await index.CatchUpAsync(_stop.Token);
                if (options.Retention is { } kept)
                    await retention.DropAsync(clock.GetUtcNow() - kept, _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The index is only behind and old segments only older; the next seal or run tries again.
                Failed(logger, e);
            }
        }
    }

    [LoggerMessage(6110, LogLevel.Warning, "Look-up log: index or retention is delayed")]
    private static partial void Failed(ILogger logger, Exception exception);
}

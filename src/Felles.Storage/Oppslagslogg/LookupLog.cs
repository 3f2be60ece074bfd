using System.Diagnostics.Metrics;
using Felles.Storage.Oppslagslogg.Store;
using Felles.Storage.Oppslagslogg.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// The durable look-up log. <see cref="AppendAsync"/> completes when the record is on disk; records that arrive while one group is being
/// committed form the next one, so no record waits for a timer and a commit is shared by everybody who came in its time.
/// </summary>
public sealed class LookupLog : IAsyncDisposable
{
    private readonly LookupQueue _queue;
    private readonly LookupFlusher _flusher;
    private readonly LookupLogMetrics _metrics;
    private Action<LogProgress>? _progress;
    private bool _started;

    internal LookupLog(
        LogStore store, LookupLogOptions options, TimeProvider clock, ILogger<LookupLog>? logger = null, IMeterFactory? meters = null)
    {
        _queue = new LookupQueue(options);
        _metrics = new LookupLogMetrics(meters);
        _metrics.ObserveQueue(() => _queue.Length);
        _flusher = new LookupFlusher(
            _queue, store, options, clock, _metrics, logger ?? NullLogger<LookupLog>.Instance, done => _progress?.Invoke(done));
    }

    /// <summary>What the writer's connection promised when it was opened; null before the start.</summary>
    public DurabilityProof? Durability => _flusher.Durability;

    /// <summary>False before the start, and from a failed flush until the store has been opened again; tried every second.</summary>
    public bool IsOpen => _flusher.IsOpen;

    /// <summary>Opens the store, proves its durability, seals what a crash left open and begins to take records.</summary>
    /// <exception cref="DurabilityException">The database reports commits before they are durable.</exception>
    /// <exception cref="DataDirectoryInUseException">Another program writes this log.</exception>
    public async Task StartAsync(CancellationToken ct = default)
    {
        await Task.Run(_flusher.Start, ct);
        _started = true;
    }

    /// <summary>
    /// Completes when the record is durable. <paramref name="ct"/> ends the caller's wait and not the record: it is kept, because the
    /// look-up was made. A token that can be cancelled costs a registration for each call; the wait is a fraction of a millisecond, so a
    /// hot path passes none.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">The record is not known to be durable; the answer must not leave.</exception>
    public ValueTask AppendAsync(in LookupRecord record, CancellationToken ct = default)
    {
        if (!_started)
            throw new InvalidOperationException("The look-up log has not been started.");
        var durable = _queue.Append(record);
        return new ValueTask(ct.CanBeCanceled ? durable.WaitAsync(ct) : durable);
    }

    /// <summary>Flushes what was taken, seals the open segment and closes the writer. Later records are refused.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Stop();
        if (_started)
            await _flusher.Ended;
        _metrics.Dispose();
    }

    /// <summary>Told after each commit and seal, on the flusher's thread, so it must return at once. Set before the start.</summary>
    internal void OnProgress(Action<LogProgress> progress) => _progress = progress;
}

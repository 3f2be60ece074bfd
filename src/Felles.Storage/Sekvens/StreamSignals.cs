using System.Collections.Concurrent;

namespace Felles.Storage;

/// <summary>The last number of each stream that this host has heard of, and those who wait for the next.</summary>
internal sealed class StreamSignals
{
    private readonly ConcurrentDictionary<string, Signal> _signals = new(StringComparer.Ordinal);

    public long Last(string stroem) => For(stroem).Last;

    public void Advance(string stroem, long last) => For(stroem).Advance(last);

    public Task WaitAsync(string stroem, long after, CancellationToken ct) => For(stroem).WaitAsync(after, ct);

    private Signal For(string stroem) => _signals.GetOrAdd(stroem, static _ => new Signal());

    private sealed class Signal
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource _next = New();
        private long _last;

        public long Last => Volatile.Read(ref _last);

        public void Advance(long last)
        {
            TaskCompletionSource passed;
            lock (_gate)
            {
                // News of two batches can arrive in the wrong order; the line only grows.
                if (last <= _last) return;
                Volatile.Write(ref _last, last);
                passed = _next;
                _next = New();
            }

            passed.SetResult();
        }

        public async Task WaitAsync(long after, CancellationToken ct)
        {
            while (true)
            {
                Task next;
                lock (_gate)
                {
                    // Under the lock, so that news between the look and the wait is not lost.
                    if (_last > after) return;
                    next = _next.Task;
                }

                await next.WaitAsync(ct);
            }
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

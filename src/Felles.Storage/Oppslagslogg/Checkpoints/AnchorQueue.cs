using System.Collections.Concurrent;

namespace Felles.Storage.Oppslagslogg.Checkpoints;

/// <summary>
/// Heads that the anchor file has not got yet, as they were made and not as the database tells them later. A failed write leaves them here
/// for the next one.
/// </summary>
internal sealed class AnchorQueue(AnchorFile file)
{
    private readonly ConcurrentQueue<LookupLogAnchor> _pending = new();
    private Task _writing = Task.CompletedTask;

    public void Add(LookupLogAnchor anchor) => _pending.Enqueue(anchor);

    /// <summary>Writes what is pending, on a thread that may hang; nothing when one hangs or writes already.</summary>
    public Task WriteAsync() => _writing.IsCompleted ? _writing = Task.Run(Write) : Task.CompletedTask;

    /// <summary>Waits for the write that is under way and writes the rest.</summary>
    public async Task FinishAsync()
    {
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await WriteAsync();
    }

    private void Write()
    {
        while (_pending.TryPeek(out var anchor))
        {
            file.Append(anchor);
            _pending.TryDequeue(out _);
        }
    }
}

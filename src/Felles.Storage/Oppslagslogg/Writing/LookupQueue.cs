using Felles.Storage.Oppslagslogg.Format;

namespace Felles.Storage.Oppslagslogg.Writing;

/// <summary>
/// Where callers meet the flusher. A caller encodes its record straight into the filling batch under the lock, a few hundred nanoseconds;
/// the flusher swaps the whole batch out. Full means that callers wait, and too many waiting means that they are refused: memory is bounded
/// either way.
/// </summary>
internal sealed class LookupQueue(LookupLogOptions options)
{
    // A plain object, because the flusher waits on it: System.Threading.Lock has no Wait and Pulse.
#pragma warning disable MA0158 // see the line above
    private readonly object _gate = new();
#pragma warning restore MA0158
    private LookupBatch _filling = new();
    private LookupBatch _spare = new();
    private TaskCompletionSource _room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;
    private bool _flusherWaits;
    private bool _stopped;

    /// <summary>Records taken and not yet answered, and callers that wait for room.</summary>
    public long Length
    {
        get
        {
            lock (_gate)
                return _filling.Records + _spare.Records + _waiting;
        }
    }

    /// <summary>Takes the record and returns the completion of its group.</summary>
    public Task Append(in LookupRecord record)
    {
        var size = RecordEncoder.MaxSize(record);
        lock (_gate)
        {
            if (HasRoom)
                return Add(record, size);
        }

        return AppendWhenThereIsRoom(record, size);
    }

    /// <summary>
    /// Waits for records and swaps the batch out. <paramref name="batch"/> is null when the time ran out first. Returns false when the
    /// queue has stopped and is empty.
    /// </summary>
    public bool Take(TimeSpan patience, out LookupBatch? batch)
    {
        batch = null;
        TaskCompletionSource? room = null;
        lock (_gate)
        {
            if (_filling.Records == 0 && !_stopped)
            {
                _flusherWaits = true;
                Monitor.Wait(_gate, patience);
                _flusherWaits = false;
            }

            if (_filling.Records == 0)
                return !_stopped;
            batch = _filling;
            (_filling, _spare) = (_spare, _filling);
            if (_waiting > 0)
                (room, _room) = (_room, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        // The stop may have signalled those who wait already.
        room?.TrySetResult();
        return true;
    }

    /// <summary>Gives a flushed batch back, its callers answered.</summary>
    public void Return(LookupBatch batch)
    {
        lock (_gate)
            batch.Reset(keepBytes: options.MaxBatchBytes / 4);
    }

    /// <summary>Refuses further records; those taken are still flushed.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            _room.TrySetResult();
            Monitor.PulseAll(_gate);
        }
    }

    private bool HasRoom => _filling.PayloadLength < options.MaxBatchBytes;

    private Task Add(in LookupRecord record, int size)
    {
        if (_stopped)
            throw new DatabaseUnavailableException("The look-up log has stopped.");
        _filling.Add(record, size);
        if (_flusherWaits)
        {
            _flusherWaits = false;
            Monitor.Pulse(_gate);
        }

        return _filling.Completion;
    }

    // The caller's cancellation is not asked here: the look-up has been made, so its record is taken whoever still waits for the answer.
    private async Task AppendWhenThereIsRoom(LookupRecord record, int size)
    {
        Task group;
        for (var waited = false;; waited = true)
        {
            Task room;
            lock (_gate)
            {
                if (waited)
                    _waiting--;

                // Asked under the lock that counts the waiting: had the flusher swapped after the last look, nobody would signal any more.
                if (HasRoom)
                {
                    group = Add(record, size);
                    break;
                }

                if (_stopped || _waiting >= options.MaxWaiting)
                    throw new DatabaseUnavailableException(_stopped ? "The look-up log has stopped." : "The look-up log cannot keep up.");
                _waiting++;
                room = _room.Task;
            }

            await room;
        }

        await group;
    }
}

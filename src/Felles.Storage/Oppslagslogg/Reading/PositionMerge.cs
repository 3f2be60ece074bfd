namespace Felles.Storage.Oppslagslogg.Reading;

/// <summary>
/// Merges runs and the tail that is not indexed yet, newest first. A run is opened only when its newest time is reached, so a page of
/// recent look-ups touches the recent runs and not the years behind them.
/// </summary>
internal sealed class PositionMerge(
    IEnumerable<(long NewestTicks, RunCursor Cursor)> runs, IEnumerable<LookupPosition> tail, LookupPosition bound)
{
    private readonly Queue<(long NewestTicks, RunCursor Cursor)> _unopened = new(runs.OrderByDescending(r => r.NewestTicks));
    private readonly Queue<LookupPosition> _tail = new(tail.Where(p => p < bound).OrderDescending());
    private readonly PriorityQueue<RunCursor, LookupPosition> _open = new(Comparer<LookupPosition>.Create((a, b) => b.CompareTo(a)));
    private LookupPosition? _last;

    public async ValueTask<LookupPosition?> NextAsync()
    {
        while (true)
        {
            await OpenReachedAsync();
            var next = await TakeNewestAsync();

            // One record may name a person twice, and it is one look-up.
            if (next is null || next != _last)
                return _last = next;
        }
    }

    private async ValueTask OpenReachedAsync()
    {
        while (_unopened.TryPeek(out var run) && !(Newest() is { } newest && run.NewestTicks < newest.Ticks))
        {
            _unopened.Dequeue();
            if (await run.Cursor.SeekAsync(bound) is { } first)
                _open.Enqueue(run.Cursor, first);
        }
    }

    private LookupPosition? Newest()
    {
        LookupPosition? newest = _tail.TryPeek(out var inTail) ? inTail : null;
        return _open.TryPeek(out _, out var inRun) && (newest is null || inRun > newest) ? inRun : newest;
    }

    private async ValueTask<LookupPosition?> TakeNewestAsync()
    {
        if (Newest() is not { } newest)
            return null;
        if (_tail.TryPeek(out var inTail) && inTail == newest)
        {
            _tail.Dequeue();
            return newest;
        }

        var cursor = _open.Dequeue();
        if (await cursor.NextAsync() is { } following)
            _open.Enqueue(cursor, following);
        return newest;
    }
}

namespace Felles.Storage.Oppslagslogg.Reading;

/// <summary>
/// Merges runs and the tail that is not indexed yet, newest first. Runs are opened only when their newest time is reached, so a page of
/// recent look-ups touches the recent runs and not the years behind them.
/// </summary>
internal sealed class PositionMerge(IndexRuns runs, Func<long, bool> known, IEnumerable<FoundLookup> tail, LookupPosition bound)
{
    private readonly Queue<FoundLookup> _tail = new(tail.Where(f => f.Position < bound).OrderByDescending(f => f.Position));
    private readonly PriorityQueue<RunCursor, LookupPosition> _open = new(Comparer<LookupPosition>.Create((a, b) => b.CompareTo(a)));
    private LookupPosition? _last;

    public async ValueTask<FoundLookup?> NextAsync()
    {
        while (true)
        {
            await OpenReachedAsync();
            if (await TakeNewestAsync() is not { } next)
                return null;

            // One record may name a person twice, and it is one look-up.
            if (next.Position == _last)
                continue;
            _last = next.Position;
            return next;
        }
    }

    private async ValueTask OpenReachedAsync()
    {
        while (runs.NewestTicks is { } unopened && !(Newest() is { } newest && unopened < newest.Ticks))
        {
            foreach (var cursor in await runs.OpenAsync(known))
            {
                if (await cursor.SeekAsync(bound) is { } first)
                    _open.Enqueue(cursor, first);
            }
        }
    }

    private LookupPosition? Newest()
    {
        LookupPosition? newest = _tail.TryPeek(out var inTail) ? inTail.Position : null;
        return _open.TryPeek(out _, out var inRun) && (newest is null || inRun > newest) ? inRun : newest;
    }

    private async ValueTask<FoundLookup?> TakeNewestAsync()
    {
        if (Newest() is not { } newest)
            return null;
        if (_tail.TryPeek(out var inTail) && inTail.Position == newest)
            return _tail.Dequeue();
        var cursor = _open.Dequeue();
        if (await cursor.NextAsync() is { } following)
            _open.Enqueue(cursor, following);
        return new FoundLookup(newest, cursor.Month);
    }
}

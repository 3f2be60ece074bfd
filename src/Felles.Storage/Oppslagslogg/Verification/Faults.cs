namespace Felles.Storage.Oppslagslogg.Verification;

/// <summary>
/// Collects faults from all threads, the first ones only: a log that is broken everywhere must not fill the memory with reports.
/// </summary>
internal sealed class Faults(int max)
{
    private readonly Lock _gate = new();
    private readonly List<LookupLogFault> _list = [];

    public void Add(
        LookupLogFaultKind kind, string what, long? checkpoint = null, long? writer = null,
        long? segment = null, long? block = null, long? record = null) =>
        Add(new LookupLogFault(kind, what) { Checkpoint = checkpoint, Writer = writer, Segment = segment, Block = block, Record = record });

    public void Add(LookupLogFault fault)
    {
        lock (_gate)
        {
            if (_list.Count < max)
                _list.Add(fault);
        }
    }

    public IReadOnlyList<LookupLogFault> Sorted()
    {
        lock (_gate)
            return [.. _list.OrderBy(f => f.Checkpoint).ThenBy(f => f.Writer).ThenBy(f => f.Block).ThenBy(f => f.Record)];
    }
}

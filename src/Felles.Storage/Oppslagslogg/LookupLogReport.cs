namespace Felles.Storage.Oppslagslogg;

/// <summary>The outcome of a verification.</summary>
/// <param name="Faults">The first faults found, at most <see cref="LookupLogVerifier.MaxFaults"/>; empty when the log is intact.</param>
/// <param name="Head">The head of the checkpoint chain, to be kept outside as an anchor; null when nothing was ever written.</param>
public sealed record LookupLogReport(
    long Writers, long Segments, long DroppedSegments, long Blocks, long Records, TimeSpan Elapsed, IReadOnlyList<LookupLogFault> Faults,
    LookupLogAnchor? Head)
{
    public bool Intact => Faults.Count == 0;

    public double RecordsPerSecond => Records / Math.Max(Elapsed.TotalSeconds, 1e-9);
}

namespace Felles.Storage.Oppslagslogg.Writing;

/// <summary>The times of a segment's blocks in microseconds, and the one month they lie in.</summary>
internal sealed record SegmentSpan
{
    public long First { get; init; }

    public long Last { get; init; }

    public long Month { get; init; }
}

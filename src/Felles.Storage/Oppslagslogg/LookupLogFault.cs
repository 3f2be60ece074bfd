namespace Felles.Storage.Oppslagslogg;

/// <summary>One thing the verification found wrong, with the closest place that can be told.</summary>
public sealed record LookupLogFault(LookupLogFaultKind Kind, string Description)
{
    /// <summary>The number of the checkpoint concerned.</summary>
    public long? Checkpoint { get; init; }

    public long? Writer { get; init; }

    public long? Segment { get; init; }

    /// <summary>The block's number in its writer's chain, from 1.</summary>
    public long? Block { get; init; }

    /// <summary>The record's number in its writer's chain, from 1.</summary>
    public long? Record { get; init; }
}

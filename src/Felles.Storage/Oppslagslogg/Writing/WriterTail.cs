namespace Felles.Storage.Oppslagslogg.Writing;

/// <summary>How far a writer has come, and how far of it is sealed.</summary>
internal sealed record WriterTail
{
    public long Writer { get; init; }

    public long Blocks { get; init; }

    public long Records { get; init; }

    public byte[] Hash { get; init; } = [];

    public long SealedSegments { get; init; }

    public long SealedBlocks { get; init; }

    public long SealedRecords { get; init; }

    public byte[] SealedHash { get; init; } = [];
}

namespace Felles.Storage.Oppslagslogg;

public enum LookupLogFaultKind
{
    /// <summary>Links are missing in the checkpoint chain, inside it or at its end.</summary>
    CheckpointMissing,

    /// <summary>A link is not what was hashed when it was made.</summary>
    CheckpointAltered,

    /// <summary>The head row of the checkpoint chain does not agree with its last link.</summary>
    ChainHeadAltered,

    /// <summary>The chain has another hash than the anchor that was kept outside.</summary>
    AnchorContradicted,

    /// <summary>A writer began according to the chain and has no row.</summary>
    WriterMissing,

    /// <summary>A writer has a row or blocks and never began according to the chain.</summary>
    WriterUnknown,

    /// <summary>A writer's row contradicts its checkpoints.</summary>
    WriterAltered,

    /// <summary>All blocks of a segment are gone, and no retention dropped it.</summary>
    SegmentMissing,

    /// <summary>The blocks agree with each other and not with the checkpoint: they were written anew.</summary>
    SegmentRewritten,
    BlockMissing,

    /// <summary>The last blocks of the open segment are gone.</summary>
    TailMissing,

    /// <summary>A block is not what was hashed, and its records do not show where.</summary>
    BlockAltered,

    /// <summary>A block stands at another place than it was written for.</summary>
    BlockOutOfPlace,

    /// <summary>A block after the end of its writer's chain.</summary>
    BlockUnexpected,
    RecordMissing,
    RecordAltered,
    RecordOutOfPlace,
}

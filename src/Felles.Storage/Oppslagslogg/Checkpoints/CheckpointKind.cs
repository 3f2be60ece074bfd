namespace Felles.Storage.Oppslagslogg.Checkpoints;

/// <summary>The numbers are stored and hashed.</summary>
internal enum CheckpointKind : long
{
    None = 0,

    /// <summary>A writer began; without this link a whole writer could disappear unseen.</summary>
    WriterOpened = 1,
    SegmentSealed = 2,
    SegmentDropped = 3,
}

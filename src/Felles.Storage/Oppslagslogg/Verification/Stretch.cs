namespace Felles.Storage.Oppslagslogg.Verification;

/// <summary>Blocks that must exist and hang together between two known hashes: a sealed segment, or a writer's open tail.</summary>
internal sealed record Stretch(
    long Writer, long Segment, long FirstBlock, long LastBlock, long FirstRecord, long Records, byte[] StartHash, byte[] EndHash,
    bool Sealed);

using System.Buffers.Binary;
using System.Security.Cryptography;
using Felles.Storage.Oppslagslogg.Format;

namespace Felles.Storage.Oppslagslogg.Checkpoints;

/// <summary>
/// A link of the one chain across writers. It fixes what the log must contain: that a writer began, where a segment begins and ends, that
/// retention dropped it. The chain is never shortened, so a segment that is gone without a <see cref="CheckpointKind.SegmentDropped"/> has
/// been removed by somebody else.
/// </summary>
internal sealed record Checkpoint
{
    private const uint Magic = 0x314B4C46; // "FLK1"
    private const int Size = BlockHeader.HashSize + 4 + (12 * 8) + BlockHeader.HashSize + BlockHeader.HashSize;

    public long Number { get; init; }

    public CheckpointKind Kind { get; init; }

    public long Writer { get; init; }

    public long Segment { get; init; }

    public long FirstBlock { get; init; }

    public long LastBlock { get; init; }

    public long FirstRecord { get; init; }

    public long Records { get; init; }

    public long TimeFrom { get; init; }

    public long TimeTo { get; init; }

    public long Month { get; init; }

    public SealReason Reason { get; init; }

    /// <summary>When the link was made.</summary>
    public long Time { get; init; }

    /// <summary>The hash before the segment's first block; for a new writer its starting hash.</summary>
    public byte[] StartHash { get; init; } = [];

    /// <summary>The hash of the segment's last block.</summary>
    public byte[] EndHash { get; init; } = [];

    public byte[] Hash { get; init; } = [];

    public byte[] ComputeHash(ReadOnlySpan<byte> previousHash)
    {
        Span<byte> bytes = stackalloc byte[Size];
        bytes.Clear();
        previousHash.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[BlockHeader.HashSize..], Magic);
        var at = BlockHeader.HashSize + 4;
        ReadOnlySpan<long> fields =
        [
            Number, (long)Kind, Writer, Segment, FirstBlock, LastBlock, FirstRecord, Records, TimeFrom, TimeTo,
            (Month << 8) | (long)Reason, Time,
        ];
        foreach (var field in fields)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes[at..], field);
            at += sizeof(long);
        }

        // A hash of another length cannot have been written here; hashing what fits of it makes the sum fail, which is the answer wanted.
        StartHash.AsSpan(0, Math.Min(StartHash.Length, BlockHeader.HashSize)).CopyTo(bytes[at..]);
        EndHash.AsSpan(0, Math.Min(EndHash.Length, BlockHeader.HashSize)).CopyTo(bytes[(at + BlockHeader.HashSize)..]);
        return SHA256.HashData(bytes);
    }
}

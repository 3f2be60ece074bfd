using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Felles.Storage.Oppslagslogg.Format;

/// <summary>
/// Everything stored beside a block's payload. All of it stands in the hashed prefix, so no column can be changed unseen, and the prefix
/// begins with the hash of the block before: one chain for each writer.
/// </summary>
internal readonly record struct BlockHeader(long Writer, long Block, long Segment, long FirstRecord, int Records, long Time, int Month)
{
    public const int HashSize = SHA256.HashSizeInBytes;

    /// <summary>Previous hash, magic, six fields and the length of the payload.</summary>
    public const int PrefixSize = HashSize + 4 + (5 * 8) + (3 * 4);

    private const uint Magic = 0x31424C46; // "FLB1"

    /// <summary>Fills the prefix of a buffer whose payload follows at once, so that one call hashes both.</summary>
    public void WritePrefix(Span<byte> prefix, ReadOnlySpan<byte> previousHash, int payloadLength)
    {
        previousHash.CopyTo(prefix);
        var at = prefix[HashSize..];
        BinaryPrimitives.WriteUInt32LittleEndian(at, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(at[4..], Writer);
        BinaryPrimitives.WriteInt64LittleEndian(at[12..], Block);
        BinaryPrimitives.WriteInt64LittleEndian(at[20..], Segment);
        BinaryPrimitives.WriteInt64LittleEndian(at[28..], FirstRecord);
        BinaryPrimitives.WriteInt64LittleEndian(at[36..], Time);
        BinaryPrimitives.WriteInt32LittleEndian(at[44..], Records);
        BinaryPrimitives.WriteInt32LittleEndian(at[48..], Month);
        BinaryPrimitives.WriteInt32LittleEndian(at[52..], payloadLength);
    }

    /// <summary>The hash of a stored block whose payload lies apart from its prefix.</summary>
    public void Hash(IncrementalHash hasher, ReadOnlySpan<byte> previousHash, ReadOnlySpan<byte> payload, Span<byte> hash)
    {
        Span<byte> prefix = stackalloc byte[PrefixSize];
        WritePrefix(prefix, previousHash, payload.Length);
        hasher.AppendData(prefix);
        hasher.AppendData(payload);
        hasher.GetHashAndReset(hash);
    }
}

using System.Buffers.Binary;
using Felles.Kernel.Identifikatorer;

namespace Felles.Storage.Oppslagslogg.Format;

/// <summary>What the index needs of a record, read without making a single text.</summary>
internal readonly ref struct RecordKeys
{
    public long Ticks { get; private init; }

    public int Konsument { get; private init; }

    public int Leverandoer { get; private init; }

    /// <summary>Eight bytes a person.</summary>
    public ReadOnlySpan<byte> Personer { get; private init; }

    public ReadOnlySpan<byte> Dokumenter { get; private init; }

    public int TextsAt { get; private init; }

    public static bool TryRead(ReadOnlySpan<byte> body, out RecordKeys keys)
    {
        keys = default;
        if (body.Length < RecordEncoder.FixedSize || body[0] != RecordEncoder.Version)
            return false;
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(body[1..]);
        var persons = (uint)BinaryPrimitives.ReadInt32LittleEndian(body[28..]);
        var documents = (uint)BinaryPrimitives.ReadInt32LittleEndian(body[32..]);
        var personBytes = (long)persons * sizeof(long);
        var documentBytes = (long)documents * Dokumentidentifikator.Bytes;
        if (RecordEncoder.FixedSize + personBytes + documentBytes > body.Length || (ulong)ticks > (ulong)DateTime.MaxValue.Ticks)
            return false;
        keys = new RecordKeys
        {
            Ticks = ticks,
            Konsument = BinaryPrimitives.ReadInt32LittleEndian(body[12..]),
            Leverandoer = BinaryPrimitives.ReadInt32LittleEndian(body[16..]),
            Personer = body.Slice(RecordEncoder.FixedSize, (int)personBytes),
            Dokumenter = body.Slice(RecordEncoder.FixedSize + (int)personBytes, (int)documentBytes),
            TextsAt = RecordEncoder.FixedSize + (int)(personBytes + documentBytes),
        };
        return true;
    }

    public long Person(int index) => BinaryPrimitives.ReadInt64LittleEndian(Personer[(index * sizeof(long))..]);
}

using System.Buffers.Binary;

namespace Felles.Storage.Oppslagslogg.Index;

/// <summary>One way to one record: whom it concerns, when, and where it stands in its writer's chain.</summary>
internal readonly record struct IndexEntry(IndexKind Kind, long Key, long Ticks, int Block, int Place) : IComparable<IndexEntry>
{
    public const int Size = 24;

    public static IndexEntry Read(IndexKind kind, ReadOnlySpan<byte> source) => new(
        kind,
        BinaryPrimitives.ReadInt64LittleEndian(source),
        BinaryPrimitives.ReadInt64LittleEndian(source[8..]),
        BinaryPrimitives.ReadInt32LittleEndian(source[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(source[20..]));

    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteInt64LittleEndian(destination, Key);
        BinaryPrimitives.WriteInt64LittleEndian(destination[8..], Ticks);
        BinaryPrimitives.WriteInt32LittleEndian(destination[16..], Block);
        BinaryPrimitives.WriteInt32LittleEndian(destination[20..], Place);
    }

    public int CompareTo(IndexEntry other)
    {
        // As numbers: comparing enums through their own method boxes both, twice a comparison.
        var order = ((long)Kind).CompareTo((long)other.Kind);
        if (order == 0)
            order = Key.CompareTo(other.Key);
        if (order == 0)
            order = Ticks.CompareTo(other.Ticks);
        if (order == 0)
            order = Block.CompareTo(other.Block);
        return order != 0 ? order : Place.CompareTo(other.Place);
    }
}

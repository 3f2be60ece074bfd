using System.Buffers.Binary;
using System.Numerics;

namespace Felles.Storage.Oppslagslogg.Format;

/// <summary>
/// A record inside a block: length, place in the block, CRC-32C over place and body, body. The hash of the block is what proves; the frame
/// says which record broke it. A removed record leaves a hole in the places, a moved one stands at the wrong place, an altered one fails
/// its sum.
/// </summary>
internal readonly ref struct RecordFrame
{
    public const int HeaderSize = 12;

    public int Place { get; private init; }

    public bool SumHolds { get; private init; }

    public ReadOnlySpan<byte> Body { get; private init; }

    public static void WriteHeader(Span<byte> frame, int place)
    {
        var body = frame[HeaderSize..];
        BinaryPrimitives.WriteInt32LittleEndian(frame, body.Length);
        BinaryPrimitives.WriteInt32LittleEndian(frame[4..], place);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[8..], Sum((uint)place, body));
    }

    /// <summary>Reads the frame at <paramref name="at"/> and moves past it; <c>false</c> when no whole frame stands there.</summary>
    public static bool TryRead(ReadOnlySpan<byte> payload, ref int at, bool checkSum, out RecordFrame frame)
    {
        frame = default;
        if (payload.Length - at < HeaderSize)
            return false;
        var length = BinaryPrimitives.ReadInt32LittleEndian(payload[at..]);
        if ((uint)length > (uint)(payload.Length - at - HeaderSize))
            return false;
        var place = BinaryPrimitives.ReadInt32LittleEndian(payload[(at + 4)..]);
        var body = payload.Slice(at + HeaderSize, length);
        frame = new RecordFrame
        {
            Place = place,
            Body = body,
            SumHolds = !checkSum || Sum((uint)place, body) == BinaryPrimitives.ReadUInt32LittleEndian(payload[(at + 8)..]),
        };
        at += HeaderSize + length;
        return true;
    }

    private static uint Sum(uint place, ReadOnlySpan<byte> body)
    {
        var sum = BitOperations.Crc32C(uint.MaxValue, place);
        while (body.Length >= sizeof(ulong))
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(body));
            body = body[sizeof(ulong)..];
        }

        foreach (var next in body)
            sum = BitOperations.Crc32C(sum, next);
        return ~sum;
    }
}

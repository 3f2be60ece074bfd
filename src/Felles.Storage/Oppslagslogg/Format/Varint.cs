namespace Felles.Storage.Oppslagslogg.Format;

/// <summary>Seven bits a byte, lowest first; the high bit says that another byte follows.</summary>
internal static class Varint
{
    public static int Write(uint value, Span<byte> destination, int at)
    {
        while (value >= 0x80)
        {
            destination[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        destination[at] = (byte)value;
        return at + 1;
    }

    /// <summary>Fails instead of throwing: what is read may have been tampered with.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, ref int at, out uint value)
    {
        value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if ((uint)at >= (uint)source.Length)
                return false;
            var next = source[at++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return true;
        }

        return false;
    }
}

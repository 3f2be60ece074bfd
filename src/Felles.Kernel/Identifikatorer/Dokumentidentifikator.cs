using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Felles.Kernel.Identifikatorer;

/// <summary>
/// The 128-bit identifier of a version of a document. Folkeregisteret writes it as 32 lower-case hexadecimal digits; upper case and the
/// dashed form of a UUID (RFC 9562) are read as the same value.
/// </summary>
public readonly struct Dokumentidentifikator : IEquatable<Dokumentidentifikator>, IComparable<Dokumentidentifikator>
{
    /// <summary>The length in bytes, as stored.</summary>
    public const int Bytes = 16;

    private const int Hex = 32;
    private const int Uuid = 36;

    private readonly UInt128 _verdi;

    private Dokumentidentifikator(UInt128 verdi) => _verdi = verdi;

    public static bool operator ==(Dokumentidentifikator venstre, Dokumentidentifikator hoeyre) => venstre._verdi == hoeyre._verdi;

    public static bool operator !=(Dokumentidentifikator venstre, Dokumentidentifikator hoeyre) => venstre._verdi != hoeyre._verdi;

    /// <summary>Sixteen bytes, most significant first.</summary>
    public static Dokumentidentifikator FromBytes(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public static bool TryParse(ReadOnlySpan<char> text, out Dokumentidentifikator id) => Les(text, out id);

    public static bool TryParse(ReadOnlySpan<byte> utf8, out Dokumentidentifikator id) => Les(utf8, out id);

    public void WriteBytes(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, _verdi);

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        WriteBytes(bytes);
        return bytes;
    }

    public string ToWire() => _verdi.ToString("x32", CultureInfo.InvariantCulture);

    public bool TryFormatUtf8(Span<byte> destination, out int written) =>
        _verdi.TryFormat(destination, out written, "x32", CultureInfo.InvariantCulture);

    public bool Equals(Dokumentidentifikator other) => _verdi == other._verdi;

    public int CompareTo(Dokumentidentifikator other) => _verdi.CompareTo(other._verdi);

    public override bool Equals(object? obj) => obj is Dokumentidentifikator annen && Equals(annen);

    public override int GetHashCode() => _verdi.GetHashCode();

    public override string ToString() => ToWire();

    private static bool Les<T>(ReadOnlySpan<T> tekst, out Dokumentidentifikator id)
        where T : unmanaged, IBinaryInteger<T>
    {
        id = default;
        if (tekst.Length is not (Hex or Uuid))
            return false;
        UInt128 verdi = 0;
        for (var i = 0; i < tekst.Length; i++)
        {
            var tegn = uint.CreateTruncating(tekst[i]);
            if (tekst.Length == Uuid && i is (8 or 13 or 18 or 23))
            {
                if (tegn != '-')
                    return false;
                continue;
            }

            var siffer = tegn switch
            {
                >= '0' and <= '9' => tegn - '0',
                >= 'a' and <= 'f' => tegn - 'a' + 10,
                >= 'A' and <= 'F' => tegn - 'A' + 10,
                _ => 16u,
            };
            if (siffer > 15)
                return false;
            verdi = (verdi << 4) | siffer;
        }

        id = new(verdi);
        return true;
    }
}

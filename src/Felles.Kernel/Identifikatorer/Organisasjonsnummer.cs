using System.Numerics;

namespace Felles.Kernel.Identifikatorer;

/// <summary>
/// The nine digits of Enhetsregisteret (enhetsregisterloven) with a modulus 11 check digit. Real numbers begin with 8 or 9, synthetic
/// ones with 2 or 3. Not personal data, so <see cref="ToString"/> tells it.
/// </summary>
public readonly struct Organisasjonsnummer : IEquatable<Organisasjonsnummer>, IComparable<Organisasjonsnummer>
{
    private const int Lengde = 9;
    private const string Enhetsregisteret = "0192:";

    // Written by older ID-porten clients; the same nine digits follow.
    private const string EldreKode = "9908:";

    private Organisasjonsnummer(int value) => Value = value;

    public int Value { get; }

    public bool ErSyntetisk => Value / 100_000_000 is 2 or 3;

    public static bool operator ==(Organisasjonsnummer venstre, Organisasjonsnummer hoeyre) => venstre.Value == hoeyre.Value;

    public static bool operator !=(Organisasjonsnummer venstre, Organisasjonsnummer hoeyre) => venstre.Value != hoeyre.Value;

    /// <summary>A value that was judged before. Nothing is checked again.</summary>
    public static Organisasjonsnummer FromValue(int value) => new(value);

    public static bool TryParse(ReadOnlySpan<char> text, out Organisasjonsnummer nummer) => Les(text, out nummer);

    public static bool TryParse(ReadOnlySpan<byte> utf8, out Organisasjonsnummer nummer) => Les(utf8, out nummer);

    /// <summary>Reads <c>0192:nnnnnnnnn</c>, the <c>ID</c> of an <c>iso6523-actorid-upis</c> claim; the older code 9908 is read as
    /// well.</summary>
    public static bool TryParseIso6523(ReadOnlySpan<char> text, out Organisasjonsnummer nummer)
    {
        nummer = default;
        return (text.StartsWith(Enhetsregisteret) || text.StartsWith(EldreKode)) && Les(text[Enhetsregisteret.Length..], out nummer);
    }

    public static bool TryParseIso6523(ReadOnlySpan<byte> utf8, out Organisasjonsnummer nummer)
    {
        nummer = default;
        return (utf8.StartsWith("0192:"u8) || utf8.StartsWith("9908:"u8)) && Les(utf8[Enhetsregisteret.Length..], out nummer);
    }

    public string ToWire() => Sifferrekke.Tekst(Value, Lengde);

    /// <summary><c>0192:</c> and the number.</summary>
    public string ToIso6523() => Enhetsregisteret + ToWire();

    public bool TryFormat(Span<char> destination, out int written) => Sifferrekke.TrySkriv(Value, Lengde, destination, out written);

    public bool TryFormatUtf8(Span<byte> destination, out int written) => Sifferrekke.TrySkriv(Value, Lengde, destination, out written);

    public bool Equals(Organisasjonsnummer other) => Value == other.Value;

    public int CompareTo(Organisasjonsnummer other) => Value.CompareTo(other.Value);

    public override bool Equals(object? obj) => obj is Organisasjonsnummer annen && Equals(annen);

    public override int GetHashCode() => Value;

    public override string ToString() => ToWire();

    private static bool Les<T>(ReadOnlySpan<T> tekst, out Organisasjonsnummer nummer)
        where T : unmanaged, IBinaryInteger<T>
    {
        nummer = default;
        Span<byte> sifre = stackalloc byte[Lengde];

        // Nine zeros satisfy the arithmetic; no series begins with 0.
        if (!Sifferrekke.TryLes(tekst, sifre, out var verdi) || sifre[0] == 0
            || Sifferrekke.Vektsum(sifre, Sifferrekke.Modulus11Ni) % 11 != 0)
            return false;
        nummer = new((int)verdi);
        return true;
    }
}

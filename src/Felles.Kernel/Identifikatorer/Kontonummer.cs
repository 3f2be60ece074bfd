using System.Numerics;

namespace Felles.Kernel.Identifikatorer;

/// <summary>
/// A Norwegian bank account: eleven digits with a modulus 11 check digit (Bits, "Kontonummer"). The wire form has no dots or spaces.
/// An account may belong to a person, so <see cref="ToString"/> is masked.
/// </summary>
public readonly struct Kontonummer : IEquatable<Kontonummer>
{
    private const int Lengde = 11;

    private Kontonummer(long value) => Value = value;

    public long Value { get; }

    public static bool operator ==(Kontonummer venstre, Kontonummer hoeyre) => venstre.Value == hoeyre.Value;

    public static bool operator !=(Kontonummer venstre, Kontonummer hoeyre) => venstre.Value != hoeyre.Value;

    /// <summary>A value that was judged before. Nothing is checked again.</summary>
    public static Kontonummer FromValue(long value) => new(value);

    public static bool TryParse(ReadOnlySpan<char> text, out Kontonummer konto) => Les(text, out konto);

    public static bool TryParse(ReadOnlySpan<byte> utf8, out Kontonummer konto) => Les(utf8, out konto);

    public string ToWire() => Sifferrekke.Tekst(Value, Lengde);

    public bool TryFormatUtf8(Span<byte> destination, out int written) => Sifferrekke.TrySkriv(Value, Lengde, destination, out written);

    public bool Equals(Kontonummer other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is Kontonummer annet && Equals(annet);

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => "***********";

    private static bool Les<T>(ReadOnlySpan<T> tekst, out Kontonummer konto)
        where T : unmanaged, IBinaryInteger<T>
    {
        konto = default;
        Span<byte> sifre = stackalloc byte[Lengde];

        // Eleven zeros satisfy the arithmetic but are no account.
        if (!Sifferrekke.TryLes(tekst, sifre, out var verdi) || verdi == 0
            || Sifferrekke.Vektsum(sifre, Sifferrekke.Modulus11Elleve) % 11 != 0)
            return false;
        konto = new(verdi);
        return true;
    }
}

using System.Numerics;

namespace Felles.Kernel.Identifikatorer;

/// <summary>
/// A fødselsnummer or D-number (folkeregisterloven § 2-2). Accepts the rule of 1964 and its superset for numbers issued from 1 January 2032
/// ("Nytt fødselsnummer fra 2032", Skatteetaten), and Tenor's synthetic series with 80 added to the month. A valid number need not exist.
/// <para>Eight bytes; parsing and formatting to spans do not allocate. <see cref="ToString"/> is masked: use <see cref="ToWire"/> on
/// purpose.</para>
/// </summary>
public readonly partial struct Folkeregisteridentifikator : IEquatable<Folkeregisteridentifikator>, IComparable<Folkeregisteridentifikator>
{
    private const string Maskert = "***********";

    private Folkeregisteridentifikator(long value) => Value = value;

    /// <summary>The eleven digits as a number; the key in storage.</summary>
    public long Value { get; }

    public Identifikatortype Type => Value >= 40_000_000_000 ? Identifikatortype.DNummer : Identifikatortype.Foedselsnummer;

    /// <summary>Whether 80 was added to the month: the number belongs to no real person.</summary>
    public bool ErSyntetisk => Value / 10_000_000 % 100 > Foedselsnummerregel.MaanedstilleggSyntetisk;

    /// <summary>True when both check digits follow the rule of 1964; false for a number that only the rule of 2032 accepts.</summary>
    public bool FoelgerRegel1964
    {
        get
        {
            Span<byte> sifre = stackalloc byte[Foedselsnummerregel.Lengde];
            Sifferrekke.Del(Value, sifre);
            return Foedselsnummerregel.Rest1(sifre) == 0;
        }
    }

    public static bool operator ==(Folkeregisteridentifikator venstre, Folkeregisteridentifikator hoeyre) => venstre.Value == hoeyre.Value;

    public static bool operator !=(Folkeregisteridentifikator venstre, Folkeregisteridentifikator hoeyre) => venstre.Value != hoeyre.Value;

    /// <summary>A value that was judged before, from storage or from <see cref="Nummertildeling"/>. Nothing is checked again.</summary>
    public static Folkeregisteridentifikator FromValue(long value) => new(value);

    public static bool TryParse(ReadOnlySpan<char> text, out Folkeregisteridentifikator id) => Les(text, out id, out _);

    public static bool TryParse(ReadOnlySpan<char> text, out Folkeregisteridentifikator id, out Identifikatorfeil feil) =>
        Les(text, out id, out feil);

    public static bool TryParse(ReadOnlySpan<byte> utf8, out Folkeregisteridentifikator id) => Les(utf8, out id, out _);

    public static bool TryParse(ReadOnlySpan<byte> utf8, out Folkeregisteridentifikator id, out Identifikatorfeil feil) =>
        Les(utf8, out id, out feil);

    /// <summary>The eleven digits with leading zero, for the wire and the screen of one who may see them.</summary>
    public string ToWire() => Sifferrekke.Tekst(Value, Foedselsnummerregel.Lengde);

    public bool TryFormat(Span<char> destination, out int written) =>
        Sifferrekke.TrySkriv(Value, Foedselsnummerregel.Lengde, destination, out written);

    public bool TryFormatUtf8(Span<byte> destination, out int written) =>
        Sifferrekke.TrySkriv(Value, Foedselsnummerregel.Lengde, destination, out written);

    public bool Equals(Folkeregisteridentifikator other) => Value == other.Value;

    public int CompareTo(Folkeregisteridentifikator other) => Value.CompareTo(other.Value);

    public override bool Equals(object? obj) => obj is Folkeregisteridentifikator annen && Equals(annen);

    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>Eleven stars, so that a number cannot reach a log by being interpolated.</summary>
    public override string ToString() => Maskert;

    private static bool Les<T>(ReadOnlySpan<T> tekst, out Folkeregisteridentifikator id, out Identifikatorfeil feil)
        where T : unmanaged, IBinaryInteger<T>
    {
        id = default;
        Span<byte> sifre = stackalloc byte[Foedselsnummerregel.Lengde];
        if (!Sifferrekke.TryLes(tekst, sifre, out var verdi))
        {
            feil = Identifikatorfeil.IkkeElleveSifre;
            return false;
        }

        feil = Foedselsnummerregel.Bedoem(sifre);
        if (feil != Identifikatorfeil.Ingen)
            return false;
        id = new(verdi);
        return true;
    }
}

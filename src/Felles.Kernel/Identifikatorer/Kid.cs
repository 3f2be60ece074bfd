using System.Numerics;

namespace Felles.Kernel.Identifikatorer;

/// <summary>
/// A customer identification on a payment: 2 to 25 digits, the last one a check digit by modulus 10 or modulus 11 (Mastercard Payment
/// Services Norway, "Systemspesifikasjon OCR"). Modulus 11 writes a dash where the check digit would be 10. Which of the two the payee
/// agreed with the bank is unknown to others, so either is accepted and <see cref="Kontroll"/> tells which ones fit.
/// </summary>
public readonly struct Kid : IEquatable<Kid>
{
    private const int Minste = 2;
    private const int Stoerste = 25;

    private readonly UInt128 _sifre;
    private readonly byte _lengde;
    private readonly bool _strek;

    private Kid(UInt128 sifre, int lengde, bool strek, Kidkontroll kontroll)
    {
        _sifre = sifre;
        _lengde = (byte)lengde;
        _strek = strek;
        Kontroll = kontroll;
    }

    /// <summary>The check digits that fit: one or both.</summary>
    public Kidkontroll Kontroll { get; }

    public static bool operator ==(Kid venstre, Kid hoeyre) => venstre.Equals(hoeyre);

    public static bool operator !=(Kid venstre, Kid hoeyre) => !venstre.Equals(hoeyre);

    public static bool TryParse(ReadOnlySpan<char> text, out Kid kid) => Les(text, out kid);

    public static bool TryParse(ReadOnlySpan<byte> utf8, out Kid kid) => Les(utf8, out kid);

    /// <summary>As received, leading zeros included.</summary>
    public string ToWire()
    {
        if (_lengde == 0)
            return "";
        return string.Create(_lengde, this, static (maal, kid) =>
        {
            var rest = kid._sifre;
            var siste = maal.Length - 1;
            if (kid._strek)
                maal[siste--] = '-';
            for (var i = siste; i >= 0; i--)
            {
                (rest, var siffer) = UInt128.DivRem(rest, 10);
                maal[i] = (char)('0' + (int)siffer);
            }
        });
    }

    public bool Equals(Kid other) => _sifre == other._sifre && _lengde == other._lengde && _strek == other._strek;

    public override bool Equals(object? obj) => obj is Kid annen && Equals(annen);

    public override int GetHashCode() => HashCode.Combine(_sifre, _lengde, _strek);

    /// <summary>Masked: a KID often holds a customer number.</summary>
    public override string ToString() => "KID ***";

    private static bool Les<T>(ReadOnlySpan<T> tekst, out Kid kid)
        where T : unmanaged, IBinaryInteger<T>
    {
        kid = default;
        if (tekst.Length is < Minste or > Stoerste)
            return false;
        var strek = tekst[^1] == T.CreateTruncating('-');
        UInt128 sifre = 0;
        int sum10 = 0, sum11 = 0;
        for (var i = 0; i < tekst.Length - (strek ? 1 : 0); i++)
        {
            var siffer = uint.CreateTruncating(tekst[i]) - '0';
            if (siffer > 9)
                return false;
            sifre = (sifre * 10) + siffer;

            // Counted from the right; the check digit stands at 0 with weight 1 in both.
            var plass = tekst.Length - 1 - i;
            var dobbel = plass % 2 == 1 ? siffer * 2 : siffer;
            sum10 += (int)(dobbel > 9 ? dobbel - 9 : dobbel);
            sum11 += (int)siffer * (plass == 0 ? 1 : 2 + ((plass - 1) % 6));
        }

        var kontroll = Kidkontroll.Ingen;
        if (!strek && sum10 % 10 == 0)
            kontroll |= Kidkontroll.Mod10;
        if ((sum11 + (strek ? 10 : 0)) % 11 == 0)
            kontroll |= Kidkontroll.Mod11;
        if (kontroll == Kidkontroll.Ingen)
            return false;
        kid = new(sifre, tekst.Length, strek, kontroll);
        return true;
    }
}

using Felles.Kernel.Identifikatorer;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Virksomhet;

/// <summary>Synthetic organisation numbers: nine of ten begin with 31, the rest with 21, none is one that is given away already.</summary>
internal static class Organisasjonsnumre
{
    private const int PerSerie = 1_000_000;

    // 11 is the modulus of the check digit, so one in eleven combinations has none; a tenth of the rest is left for what is given away
    // already.
    private const int Stoerst = 2 * PerSerie / 11 * 9;

    /// <exception cref="ArgumentException">More are asked for than the series has.</exception>
    public static int[] Lag(int antall, ulong froe, IReadOnlySet<int> opptatt)
    {
        if (antall > Stoerst)
        {
            throw new ArgumentException(
                $"{antall} organisations are more than the synthetic series holds ({Stoerst}). Make a smaller population.");
        }

        var numre = new int[antall];

        // i ↦ a·i + b runs through all six digits once in a million steps, because a shares no factor with a million. The second million
        // takes the other prefix, so no number comes twice.
        var slump = new Slump(froe);
        var a = (slump.Under(PerSerie / 10) * 10) + 7;
        var b = slump.Under(PerSerie);
        for (int i = 0, funnet = 0; funnet < antall; i++)
        {
            var seks = (int)((((long)a * i) + b) % PerSerie);
            var sjelden = i % 10 == 9;
            if (TryNummer((sjelden == (i < PerSerie) ? 21_000_000 : 31_000_000) + seks, out var nummer) && !opptatt.Contains(nummer))
                numre[funnet++] = nummer;
        }

        return numre;
    }

    private static bool TryNummer(int aatteSifre, out int nummer)
    {
        Span<char> tekst = stackalloc char[9];
        for (var siffer = 0; siffer < 10; siffer++)
        {
            nummer = (aatteSifre * 10) + siffer;
            if (nummer.TryFormat(tekst, out _) && Organisasjonsnummer.TryParse(tekst, out _))
                return true;
        }

        nummer = 0;
        return false;
    }
}

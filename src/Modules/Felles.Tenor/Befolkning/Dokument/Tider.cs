using System.Runtime.CompilerServices;
using Felles.Kernel.Tid;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>
/// Timestamps as the register writes them: Norwegian offset and 0 to 9 fraction digits without trailing zeros. The midnight of each day
/// is made once and then shared: most validity times are midnights, and time zone rules are slow.
/// </summary>
internal static class Tider
{
    private static readonly int Foerste = Dag.Foerste - 400;
    private static readonly StrongBox<Tidspunkt>?[] Midnatter = new StrongBox<Tidspunkt>?[Dag.Av(2061, 1, 1) - Foerste];

    /// <summary>00:00 of a day in Norway.</summary>
    public static Tidspunkt Midnatt(int dag)
    {
        // Two threads may both make it; the values are equal, and a box is published whole.
        var boks = Midnatter[dag - Foerste] ??= new(Tidspunkt.Ny(Oslo.Midnatt(DateOnly.FromDayNumber(dag))));
        return boks.Value;
    }

    /// <summary>A moment between six and eleven in the evening, when summer time never changes.</summary>
    public static Tidspunkt Paa(int dag, ref Slump slump)
    {
        Span<char> tekst = stackalloc char[35];
        DateOnly.FromDayNumber(dag).TryFormat(tekst, out _, "yyyy-MM-dd");
        tekst[10] = 'T';
        var sekund = slump.Mellom(6 * 3600, (23 * 3600) - 1);
        To(tekst[11..], sekund / 3600);
        tekst[13] = ':';
        To(tekst[14..], sekund / 60 % 60);
        tekst[16] = ':';
        To(tekst[17..], sekund % 60);
        var lengde = 19;
        ReadOnlySpan<byte> sifre = [6, 6, 6, 6, 3, 3, 9, 8, 5, 0];
        var broek = slump.Under(1_000_000_000);
        for (int i = 0, antall = sifre[slump.Under(sifre.Length)], tall = broek; i < antall; i++, tall /= 10)
        {
            if (i == 0)
                tekst[lengde++] = '.';

            // The last digit is never 0: trailing zeros are not written.
            tekst[lengde++] = (char)('0' + (i == antall - 1 ? 1 + (tall % 9) : tall % 10));
        }

        // At this hour the offset is the one that the next day begins with.
        var neste = Midnatt(dag + 1).Tekst;
        neste.AsSpan(neste.Length - 6).CopyTo(tekst[lengde..]);
        return Tidspunkt.TryParse(tekst[..(lengde + 6)], out var tid)
            ? tid
            : throw new InvalidOperationException("A timestamp of our own making is not one.");
    }

    private static void To(Span<char> plass, int tall)
    {
        plass[0] = (char)('0' + (tall / 10));
        plass[1] = (char)('0' + (tall % 10));
    }
}

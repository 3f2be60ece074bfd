using Felles.Kernel.Identifikatorer;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Numre;

/// <summary>
/// The numbers of a whole population, eight bytes each. Made in three passes: keys block by block, a counting sort by key, and for each
/// key a shuffled deal of the individnummer that its birth date and gender have.
/// </summary>
internal sealed class Nummertabell
{
    private readonly long[] alle;
    private readonly int[] foersteIBlokk;

    private Nummertabell(long[] alle, int[] foersteIBlokk) => (this.alle, this.foersteIBlokk) = (alle, foersteIBlokk);

    public ReadOnlyMemory<long> I(int blokk) => alle.AsMemory(foersteIBlokk[blokk], foersteIBlokk[blokk + 1] - foersteIBlokk[blokk]);

    /// <exception cref="ArgumentException">A birth date has fewer free numbers than the population needs.</exception>
    public static Nummertabell Lag(IReadOnlyList<int[]> noeklerPerBlokk, Plan plan, FasteIdentiteter faste, int traader)
    {
        var start = new int[noeklerPerBlokk.Count + 1];
        for (var i = 0; i < noeklerPerBlokk.Count; i++)
            start[i + 1] = start[i] + noeklerPerBlokk[i].Length;
        var (foerste, plasser) = Sorter(noeklerPerBlokk, start, Nummernoekkel.Antall(plan.Referansedag));

        var numre = new long[start[^1]];
        var delt = Parallel.For(0, foerste.Length - 1, new ParallelOptions { MaxDegreeOfParallelism = traader }, (noekkel, loekke) =>
        {
            if (!TryDel(noekkel, plasser.AsSpan(foerste[noekkel]..foerste[noekkel + 1]), numre, plan, faste.Numre))
                loekke.Break();
        });

        // The first of them, whatever thread came to which: a break lets all lower keys be tried.
        if (delt.LowestBreakIteration is { } tom)
            throw ForMange((int)tom, foerste[tom + 1] - foerste[tom]);
        for (var b = 0; b < plan.Blokker; b++)
            Faste(noeklerPerBlokk[b], numre.AsSpan(start[b]), faste);
        return new(numre, start);
    }

    private static void Faste(int[] noekler, Span<long> numre, FasteIdentiteter faste)
    {
        for (var i = 0; i < noekler.Length; i++)
        {
            if (noekler[i] < 0)
                numre[i] = faste.Personer[~noekler[i]].Nummer.Value;
        }
    }

    private static (int[] Foerste, int[] Plasser) Sorter(IReadOnlyList<int[]> noekler, int[] start, int antallNoekler)
    {
        var foerste = new int[antallNoekler + 1];
        foreach (var blokk in noekler)
        {
            foreach (var noekkel in blokk)
            {
                if (noekkel >= 0)
                    foerste[noekkel + 1]++;
            }
        }

        for (var i = 0; i < antallNoekler; i++)
            foerste[i + 1] += foerste[i];
        var neste = foerste.AsSpan(0, antallNoekler).ToArray();
        var plasser = new int[foerste[^1]];
        for (var b = 0; b < noekler.Count; b++)
        {
            for (var i = 0; i < noekler[b].Length; i++)
            {
                if (noekler[b][i] >= 0)
                    plasser[neste[noekler[b][i]]++] = start[b] + i;
            }
        }

        return (foerste, plasser);
    }

    private static ArgumentException ForMange(int noekkel, int antall)
    {
        var (foedt, _, kvinne) = Nummernoekkel.Les(noekkel);
        return new(
            $"{antall} numbers are needed for {(kvinne ? "women" : "men")} born {foedt:yyyy-MM-dd}, "
            + "more than the series of that date has. Make a smaller population.");
    }

    private static bool TryDel(int noekkel, ReadOnlySpan<int> plasser, long[] numre, Plan plan, HashSet<long> opptatt)
    {
        var (foedt, type, kvinne) = Nummernoekkel.Les(noekkel);
        Span<short> ledige = stackalloc short[500];
        var antall = Individnumre(foedt.Year, type, kvinne, ledige);
        var slump = Slump.For(plan.Froe, Formaal.Nummer, noekkel);
        foreach (var plass in plasser)
        {
            Folkeregisteridentifikator nummer;
            do
            {
                if (antall == 0)
                    return false;

                // The drawn one is replaced by the last, so nothing is drawn twice and no list is shuffled beyond need.
                var i = slump.Under(antall);
                var individnummer = ledige[i];
                ledige[i] = ledige[--antall];
                if (!Nummertildeling.TryTildel(foedt, individnummer, type, syntetisk: true, out nummer))
                    nummer = default;
            }
            while (nummer.Value == 0 || opptatt.Contains(nummer.Value));
            numre[plass] = nummer.Value;
        }

        return true;
    }

    private static int Individnumre(int aar, Identifikatortype type, bool kvinne, Span<short> ledige)
    {
        var antall = 0;
        foreach (var serie in Individnummerserie.For(type))
        {
            if (!serie.Har(aar))
                continue;
            for (var i = serie.Fra + ((serie.Fra & 1) == (kvinne ? 0 : 1) ? 0 : 1); i <= serie.Til; i += 2)
                ledige[antall++] = (short)i;
        }

        return antall;
    }
}

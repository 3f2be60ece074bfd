using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// First step: who there is. Kinds by quota, residents evenly along the age pyramid, each at a random place in the block.
/// </summary>
internal static class Folketrekning
{
    private const double Tvillingandel = 0.015;
    private const double AndelBarnBlantUtflyttede = 0.18;

    // A fixed identity whose digits make it older than anybody has been in Norway is dead.
    private const double StoersteAlder = 111;

    public static void Utfoer(Blokk blokk, ref Slump slump)
    {
        var plasser = Plasser(blokk, ref slump);
        var neste = 0;
        foreach (var fast in blokk.Plan.FasteI(blokk.Nummer))
            blokk.Personer[plasser[neste++]] = Fast(blokk.Data.Faste.Personer[fast], fast, blokk.Naa, ref slump);

        // The organisation that she leads is made from the first block too.
        if (blokk.Nummer == 0)
            blokk.Personer[plasser[neste++]] = KjentLeder(blokk.Naa, ref slump);

        var vanlige = blokk.Antall - neste;
        foreach (var (slag, andel) in Sammensetning.Andeler)
        {
            var antall = Math.Min(blokk.Antall - neste, slump.Avrundet(vanlige * andel));

            // The start page shows one of each kind, so the first block has one unless it is tiny.
            if (antall == 0 && blokk.Nummer == 0 && vanlige > 500)
                antall = 1;
            while (antall-- > 0)
                blokk.Personer[plasser[neste++]] = Saerskilt(slag, blokk, ref slump);
        }

        Bosatte(blokk, plasser.AsSpan(neste), ref slump);
    }

    private static int[] Plasser(Blokk blokk, ref Slump slump)
    {
        var plasser = new int[blokk.Antall];
        for (var i = 0; i < plasser.Length; i++)
        {
            var j = slump.Under(i + 1);
            plasser[i] = plasser[j];
            plasser[j] = i;
        }

        return plasser;
    }

    private static void Bosatte(Blokk blokk, ReadOnlySpan<int> plasser, ref Slump slump)
    {
        for (var i = 0; i < plasser.Length; i++)
        {
            var (alder, kvinne) = blokk.Data.Aldre.Ved((i + slump.Broek()) / plasser.Length);
            ref var person = ref blokk.Personer[plasser[i]];
            person = Ny(Personslag.Bosatt, blokk.Naa - 1 - (int)(alder * Dag.PerAar), kvinne, ref slump);
            if (i > 0 && alder < 60 && slump.Sann(Tvillingandel) && blokk.Personer[plasser[i - 1]].Tvilling < 0)
            {
                person.Foedt = blokk.Personer[plasser[i - 1]].Foedt;
                person.Kvinne ^= slump.Sann(0.35);
                person.Tvilling = plasser[i - 1];
                blokk.Personer[plasser[i - 1]].Tvilling = plasser[i];
            }
            else if (slump.Sann(Sammensetning.Innvandret(alder)))
            {
                Opprinnelse.Innvandret(ref person, blokk, ref slump);
            }
        }
    }

    private static Person Saerskilt(Personslag slag, Blokk blokk, ref Slump slump) => slag switch
    {
        Personslag.Doed => Doed(blokk.Naa, ref slump),
        Personslag.Utflyttet => Utflyttet(blokk, ref slump),
        Personslag.Midlertidig or Personslag.Inaktiv => MedDNummer(slag, blokk, ref slump),
        Personslag.Foedselsregistrert => Ny(slag, blokk.Naa - 30 - slump.Under(Dag.Aar(12)), slump.Sann(0.5), ref slump),
        Personslag.IkkeBosatt => Ny(slag, blokk.Naa - 30 - slump.Under(Dag.Aar(40)), slump.Sann(0.5), ref slump),
        _ => Ny(slag, blokk.Naa - Dag.Aar(20) - slump.Under(Dag.Aar(55)), slump.Sann(0.5), ref slump),
    };

    private static Person Doed(int naa, ref Slump slump)
    {
        int doed, foedt;
        do
        {
            doed = naa - 1 - (int)slump.Ventetid(Dag.Aar(9));
            var alder = slump.Broek() switch
            {
                < 0.01 => slump.Broek() * 18,
                < 0.04 => 18 + (slump.Broek() * 22),
                < 0.18 => 40 + (slump.Broek() * 25),
                < 0.46 => 65 + (slump.Broek() * 15),
                _ => 80 + (slump.Broek() * slump.Broek() * 22),
            };
            foedt = doed - (int)(alder * Dag.PerAar);
        }
        while (foedt < Dag.Foerste);
        var person = Ny(Personslag.Doed, foedt, slump.Sann(0.5), ref slump);
        person.Doed = doed;
        return person;
    }

    private static Person Utflyttet(Blokk blokk, ref Slump slump)
    {
        if (slump.Sann(AndelBarnBlantUtflyttede))
            return Ny(Personslag.Utflyttet, blokk.Naa - 200 - slump.Under(Dag.Aar(16)), slump.Sann(0.5), ref slump);
        var ut = blokk.Naa - 5 - slump.Under(Dag.Aar(25));
        var person = Ny(Personslag.Utflyttet, ut - Dag.Aar(19) - slump.Under(Dag.Aar(40)), slump.Sann(0.5), ref slump);
        person.Ut = ut;
        if (slump.Sann(0.5))
            Opprinnelse.Innvandret(ref person, blokk, ref slump);
        return person;
    }

    private static Person MedDNummer(Personslag slag, Blokk blokk, ref Slump slump)
    {
        // Skatteetaten: a D-number becomes inactive five years after it was allotted.
        var femAar = Dag.Fyller(blokk.Naa, -5);
        var tildelt = slag == Personslag.Midlertidig
            ? slump.Mellom(femAar + Dag.Holder, blokk.Naa - 5)
            : femAar - 1 - slump.Under(Dag.Aar(15));
        var person = Ny(slag, tildelt - Dag.Aar(18) - slump.Under(Dag.Aar(42)), slump.Sann(0.36), ref slump);
        person.DNummerFra = tildelt;
        person.Statsborger = blokk.Data.Land.TrekkInnvandrer(ref slump);
        person.Foedeland = blokk.Data.Land[person.Statsborger].ErSted ? person.Statsborger : blokk.Data.Land.TrekkSted(ref slump);
        return person;
    }

    private static Person Fast(FastPerson fast, int indeks, int naa, ref Slump slump)
    {
        var gammel = Dag.Alder(fast.Foedt, naa) > StoersteAlder;
        var slag = fast.DNummer ? Personslag.Midlertidig : gammel ? Personslag.Doed : Personslag.Bosatt;
        var person = Ny(slag, fast.Foedt, fast.Kvinne, ref slump);
        person.Fast = indeks;
        if (gammel)
            person.Doed = fast.Foedt + Dag.Aar(70) + slump.Under(Dag.Aar(25));
        if (fast.DNummer)
        {
            person.DNummerFra = naa - Dag.Aar(1) - slump.Under(Dag.Aar(2));
            person.Statsborger = person.Foedeland = 1;
        }

        if (fast.Merknad.Contains("ugift", StringComparison.Ordinal))
            person.Trekk |= Trekk.Enslig;
        return person;
    }

    // Without a couple and children, whose names would have to follow hers.
    private static Person KjentLeder(int naa, ref Slump slump)
    {
        var person = Ny(Personslag.Bosatt, naa - Dag.Aar(30) - slump.Under(Dag.Aar(25)), kvinne: true, ref slump);
        person.Trekk = Trekk.KjentLeder | Trekk.Enslig;
        return person;
    }

    private static Person Ny(Personslag slag, int foedt, bool kvinne, ref Slump slump) => new()
    {
        Slag = slag,
        Foedt = Math.Max(foedt, Dag.Foerste),
        Kvinne = kvinne,
        Mor = -1,
        Far = -1,
        Samliv = -1,
        Tvilling = -1,
        Fast = -1,
        TidligereNummer = -1,
        Verge = -1,
        Fornavn2 = -1,
        Mellomnavn = -1,
        MaksBarn = slump.Broek() switch { < 0.13 => 0, < 0.30 => 1, < 0.70 => 2, < 0.91 => 3, < 0.98 => 4, _ => 6 },
    };
}

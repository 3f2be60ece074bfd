using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>When two people move together, marry, part or lose one another; every date inside both lives.</summary>
internal static class Samlivsloep
{
    // Ekteskapsloven §§ 20–22: divorce a year after separation.
    private const int Separasjonstid = 366;

    public static void Lag(Blokk blokk, int a, int b, ref Slump slump)
    {
        ref var en = ref blokk.Personer[a];
        ref var to = ref blokk.Personer[b];
        if (en.Slag == Personslag.Utflyttet && !FlytterUtSammen(blokk, ref en, ref to))
            return;
        var slutt = Math.Min(Samlivsdannelse.Slutt(blokk, en), Samlivsdannelse.Slutt(blokk, to));
        var tidligst = Tidligst(blokk, a, b);
        var fra = Math.Max(tidligst, Math.Max(en.Foedt, to.Foedt) + Dag.Aar(18.5 + (slump.Broek() * 3) + slump.Ventetid(5.5)));
        if (fra > slutt - 120)
            fra = slump.Mellom(tidligst, slutt - 120);
        if (fra < tidligst || fra > slutt - 120)
            return;

        var samliv = new Samliv { A = a, B = b, ForrigeA = en.Samliv, ForrigeB = to.Samliv, Fra = fra, Opphold = -1 };
        Gift(blokk, ref samliv, slutt, ref slump);
        Brudd(ref samliv, slutt, en.Doed != 0 || to.Doed != 0, ref slump);
        if (samliv.Til == 0 && (en.Doed != 0 || to.Doed != 0))
        {
            samliv.Til = slutt;
            samliv.EndteVedDoed = true;
        }

        samliv.Blir = slump.Sann(0.5) ? a : b;
        en.Samliv = to.Samliv = blokk.Samliv.Count;
        blokk.Samliv.Add(samliv);
    }

    // Both grown up, both past what ended the couple before, and both here unless they met in the same country.
    private static int Tidligst(Blokk blokk, int a, int b)
    {
        ref var en = ref blokk.Personer[a];
        ref var to = ref blokk.Personer[b];
        var dag = Math.Max(Dag.Fyller(en.Foedt, 18), Dag.Fyller(to.Foedt, 18)) + 30;
        if (en.Statsborger != to.Statsborger || en.Inn == 0 || to.Inn == 0)
            dag = Math.Max(dag, Math.Max(en.Inn, to.Inn));
        return Math.Max(dag, Math.Max(EtterForrige(blokk, en.Samliv), EtterForrige(blokk, to.Samliv)));
    }

    private static int EtterForrige(Blokk blokk, int samliv)
    {
        if (samliv < 0)
            return 0;
        var forrige = blokk.Samliv[samliv];

        // Separated people are still married: a new couple waits for the divorce. 0 here would mean "never ended", which the caller
        // excludes.
        return forrige.Separert != 0 && forrige.Skilt == 0 ? int.MaxValue / 2 : Math.Max(forrige.Til, forrige.Skilt) + 90;
    }

    // A family leaves on one day.
    private static bool FlytterUtSammen(Blokk blokk, ref Person en, ref Person to)
    {
        if (en.Ut == 0 || to.Ut == 0)
            return false;
        var ut = Math.Max(en.Ut, to.Ut);
        (en.Ut, to.Ut) = (ut, ut);
        return ut < blokk.Naa;
    }

    private static void Gift(Blokk blokk, ref Samliv samliv, int slutt, ref Slump slump)
    {
        var aar = DateOnly.FromDayNumber(samliv.Fra).Year;
        if (!slump.Sann(Sammensetning.Gifter(aar)))
            return;
        var vigsel = samliv.Fra + (aar < 1975 ? slump.Under(200) : 60 + (int)slump.Ventetid(Dag.Aar(2.2)));
        ref var en = ref blokk.Personer[samliv.A];
        ref var to = ref blokk.Personer[samliv.B];
        var sammeKjoenn = en.Kvinne == to.Kvinne;
        if (vigsel > slutt - 60 || (sammeKjoenn && vigsel < Dag.Partnerskap))
            return;
        samliv.Vigsel = vigsel;
        samliv.Form = sammeKjoenn && vigsel < Dag.FellesEkteskapslov ? Samlivsform.Partnerskap : Samlivsform.Ekteskap;
        if (en.Inn != 0 && to.Inn != 0 && vigsel < Math.Max(en.Inn, to.Inn))
            samliv.Vigselsland = en.Foedeland;
        else if (slump.Sann(0.03))
            samliv.Vigselsland = blokk.Data.Land.TrekkSted(ref slump);
    }

    private static void Brudd(ref Samliv samliv, int slutt, bool doed, ref Slump slump)
    {
        if (samliv.Vigsel == 0)
        {
            var til = samliv.Fra + Dag.Aar(0.6) + (int)slump.Ventetid(Dag.Aar(5));
            if (slump.Sann(0.45) && til < slutt - 30)
                samliv.Til = til;
            return;
        }

        var separert = samliv.Vigsel + Dag.Aar(1.5) + (int)slump.Ventetid(Dag.Aar(9));
        if (!slump.Sann(0.36) || separert >= slutt - 30)
            return;
        var skilt = separert + Separasjonstid + slump.Under(400);

        // Separated when one died would make the other a widow of somebody they had left; those couples stay together here.
        if (doed && skilt >= slutt)
            return;
        samliv.Separert = samliv.Til = separert;
        if (skilt < slutt)
            samliv.Skilt = skilt;
    }
}

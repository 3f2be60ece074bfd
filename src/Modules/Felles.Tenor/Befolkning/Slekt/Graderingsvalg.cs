using Felles.Tenor.Befolkning.Bosted;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// Graded addresses (adressegradering in Folkeregisteret). They go to people who live without a partner, and those who live with them
/// share the grading and move with them: an open document that has ever shown their home would give it away.
/// </summary>
internal static class Graderingsvalg
{
    private const Trekk Gradert = Trekk.Fortrolig | Trekk.StrengtFortrolig | Trekk.Klientadresse;

    private const int Innflytting = 40;

    public static void Velg(Blokk blokk, ref Slump slump)
    {
        Del(blokk, Trekk.StrengtFortrolig, 0.0007, ref slump);
        Del(blokk, Trekk.Fortrolig, 0.0030, ref slump);
        Del(blokk, Trekk.Klientadresse, 0.0015, ref slump);
    }

    private static void Del(Blokk blokk, Trekk grad, double andel, ref Slump slump)
    {
        var antall = slump.Avrundet(blokk.Antall * andel);
        if (antall == 0 && blokk.Nummer == 0 && blokk.Antall > 500)
            antall = 1;
        for (var forsoek = 0; antall > 0 && forsoek < 500; forsoek++)
        {
            var plass = slump.Under(blokk.Antall);
            ref var person = ref blokk.Personer[plass];
            if (!Passer(blokk, plass))
                continue;
            if (grad == Trekk.Klientadresse)
            {
                Sett(ref person, grad);
                antall--;
            }
            else
            {
                antall -= Husstand(blokk, plass, grad, ref slump);
            }
        }
    }

    private static bool Passer(Blokk blokk, int plass)
    {
        ref var person = ref blokk.Personer[plass];
        return person.Slag == Personslag.Bosatt && !person.ErKjent && !person.Har(Gradert)
            && Dag.Alder(person.Foedt, blokk.Naa) > 20 && (person.Samliv < 0 || blokk.Samliv[person.Samliv].Til != 0);
    }

    /// <summary>
    /// They move to a dwelling that nobody has had, after the last of those who lived with them before has moved out or died. Answers how
    /// many; 0 when that is too lately or one of them is known.
    /// </summary>
    private static int Husstand(Blokk blokk, int plass, Trekk grad, ref Slump slump)
    {
        List<int> husstand = [];
        var (hjem, tidligst) = (SisteBolig(blokk, plass), 0);
        for (var i = 0; i < blokk.Antall; i++)
        {
            ref var person = ref blokk.Personer[i];
            if (person.AntallOpphold > 0 && SisteBolig(blokk, i) == hjem && person.Slag == Personslag.Bosatt)
                husstand.Add(i);
            tidligst = Math.Max(tidligst, Brukt(blokk, person, hjem));
        }

        if (tidligst > blokk.Naa - Innflytting || husstand.Exists(i => blokk.Personer[i].ErKjent || blokk.Personer[i].Har(Gradert)))
            return 0;
        var dag = slump.Mellom(Math.Max(tidligst + 1, blokk.Naa - Dag.Aar(5)), blokk.Naa - Innflytting);
        var nytt = Bostedssti.NyBolig(blokk, blokk.Boliger[hjem].Kommune, ref slump);
        foreach (var i in husstand)
        {
            Sett(ref blokk.Personer[i], grad);
            Bostedssti.Flytt(blokk, ref blokk.Personer[i], dag, nytt);
        }

        return husstand.Count;
    }

    // The last day on which an entry of the dwelling begins or ends; 0 for one who has not lived there.
    private static int Brukt(Blokk blokk, in Person person, int bolig)
    {
        var sist = 0;
        for (var i = person.Opphold; i < person.Opphold + person.AntallOpphold; i++)
        {
            if (blokk.Opphold[i].Bolig != bolig)
                continue;
            var ut = i + 1 < person.Opphold + person.AntallOpphold ? blokk.Opphold[i + 1].Fra : Math.Max(person.Doed, person.Ut);
            sist = Math.Max(sist, Math.Max(blokk.Opphold[i].Fra, ut));
        }

        return sist;
    }

    private static void Sett(ref Person person, Trekk grad)
    {
        // What would show another address than the graded one, or where a child is half of the time.
        person.Trekk &= ~(Trekk.DeltBosted | Trekk.Svalbard | Trekk.UkjentBosted | Trekk.Oppholdsadresse);
        if (grad == Trekk.StrengtFortrolig)
            person.Trekk &= ~(Trekk.PostadresseIUtlandet | Trekk.Postadresse);
        person.Trekk |= grad;
    }

    private static int SisteBolig(Blokk blokk, int plass) =>
        blokk.Opphold[blokk.Personer[plass].Opphold + blokk.Personer[plass].AntallOpphold - 1].Bolig;
}

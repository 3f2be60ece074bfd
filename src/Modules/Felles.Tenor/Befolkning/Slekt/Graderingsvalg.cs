using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// Graded addresses (adressegradering in Folkeregisteret). They go to people who live without a partner, and everybody with the same last
/// home shares the grading: an open address of that home would give it away.
/// </summary>
internal static class Graderingsvalg
{
    private const Trekk Gradert = Trekk.Fortrolig | Trekk.StrengtFortrolig | Trekk.Klientadresse;

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
                antall -= Husstand(blokk, plass, grad);
            }
        }
    }

    private static bool Passer(Blokk blokk, int plass)
    {
        ref var person = ref blokk.Personer[plass];
        return person.Slag == Personslag.Bosatt && person.Fast < 0 && !person.Har(Gradert)
            && Dag.Alder(person.Foedt, blokk.Naa) > 20 && (person.Samliv < 0 || blokk.Samliv[person.Samliv].Til != 0);
    }

    // Everybody whose last home it is, the dead included: a widow's address stands in the document of the dead.
    private static int Husstand(Blokk blokk, int plass, Trekk grad)
    {
        List<int> husstand = [];
        for (var i = 0; i < blokk.Antall; i++)
        {
            if (blokk.Personer[i].AntallOpphold > 0 && SisteBolig(blokk, i) == SisteBolig(blokk, plass))
                husstand.Add(i);
        }

        if (husstand.Exists(i => blokk.Personer[i].Fast >= 0 || blokk.Personer[i].Har(Gradert)))
            return 0;
        foreach (var i in husstand)
            Sett(ref blokk.Personer[i], grad);
        return husstand.Count;
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

using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Bosted;

/// <summary>
/// Fifth step: where everybody has lived. Children live where their mother lives (some with their father after a break), couples
/// together, others alone; oldest first, because a child's places are a copy of its parent's.
/// </summary>
internal static class Bosetting
{
    private const double SammeKommune = 0.65;
    private const double BorMedFar = 0.15;

    // A register of old people would otherwise be mostly addresses; the oldest ones are left out.
    public const int FlestOpphold = 3;

    public static void Bosett(Blokk blokk, ref Slump slump)
    {
        var sti = new Bostedssti(blokk);
        foreach (var i in blokk.EtterAlder.AsSpan(0, blokk.Antall))
        {
            ref var person = ref blokk.Personer[i];
            if (person.Slag is not (Personslag.Bosatt or Personslag.Doed or Personslag.Utflyttet or Personslag.Forsvunnet))
                continue;
            sti.Begynn(i);
            Barndom(blokk, sti, i, ref slump);
            Voksenliv(blokk, sti, i, ref slump);
            if (person.Fast >= 0 && blokk.Data.Faste.Personer[person.Fast].Adresse is { } adresse)
                sti.FastBolig(person.Fast, adresse);
            person.Opphold = blokk.Opphold.Count;
            person.AntallOpphold = sti.Avslutt(FlestOpphold);
        }
    }

    private static void Barndom(Blokk blokk, Bostedssti sti, int barn, ref Slump slump)
    {
        ref var person = ref blokk.Personer[barn];
        var hjemTil = Math.Min(Flyttehjemmefra(blokk, barn, ref slump), sti.Slutt);
        if (hjemTil <= sti.Start)
            return;
        var (mor, far) = (MedOpphold(blokk, person.Mor), MedOpphold(blokk, person.Far));
        if (mor < 0 && far < 0)
        {
            sti.NyBolig(sti.Start, SammeKommune, ref slump);
            sti.Flytt(hjemTil, SammeKommune, ref slump);
            return;
        }

        if (mor < 0)
        {
            sti.Kopier(far, hjemTil);
            return;
        }

        var (brudd, doed) = (Brudd(blokk, person, mor, far), blokk.Personer[mor].Doed);
        if (far >= 0 && brudd != 0 && brudd < hjemTil && blokk.Lever(far, hjemTil) && slump.Sann(BorMedFar))
        {
            person.Trekk |= Trekk.BorMedFar;
            sti.Kopier(mor, brudd);
            sti.Kopier(far, hjemTil);
        }
        else if (far >= 0 && doed != 0 && doed < hjemTil && blokk.Lever(far, hjemTil))
        {
            sti.Kopier(mor, doed);
            sti.Kopier(far, hjemTil);
        }
        else
        {
            sti.Kopier(mor, hjemTil);
        }
    }

    private static void Voksenliv(Blokk blokk, Bostedssti sti, int person, ref Slump slump)
    {
        Span<int> rekke = stackalloc int[8];
        var antall = 0;
        for (var i = blokk.Personer[person].Samliv; i >= 0 && antall < rekke.Length; i = blokk.ForrigeSamliv(i, person))
            rekke[antall++] = i;
        while (antall-- > 0)
        {
            var samliv = blokk.Samliv[rekke[antall]];
            var felles = Math.Max(samliv.Fra, Math.Max(blokk.Personer[samliv.A].Inn, blokk.Personer[samliv.B].Inn));
            var til = samliv.Til == 0 ? sti.Slutt : Math.Min(samliv.Til, sti.Slutt);

            // A couple that ended before both were here never lived together in Norway.
            if (til <= felles)
                continue;
            sti.Alene(felles, SammeKommune, ref slump);
            sti.Sammen(rekke[antall], felles, til, SammeKommune, ref slump);

            // The survivor stays; of two who part, one.
            if (samliv.Til != 0 && til < sti.Slutt && !samliv.EndteVedDoed && samliv.Blir != person)
                sti.NyBolig(til, 0.8, ref slump);
        }

        sti.Alene(sti.Slutt, SammeKommune, ref slump);
    }

    private static int Flyttehjemmefra(Blokk blokk, int barn, ref Slump slump)
    {
        var dag = blokk.Personer[barn].Foedt + Dag.Aar(18.3 + (slump.Broek() * 5.5));
        for (var i = blokk.Personer[barn].Samliv; i >= 0; i = blokk.ForrigeSamliv(i, barn))
            dag = Math.Min(dag, blokk.Samliv[i].Fra);
        return dag;
    }

    private static int MedOpphold(Blokk blokk, int person) => person >= 0 && blokk.Personer[person].AntallOpphold > 0 ? person : -1;

    private static int Brudd(Blokk blokk, in Person barn, int mor, int far)
    {
        for (var i = blokk.Personer[mor].Samliv; i >= 0 && far >= 0; i = blokk.ForrigeSamliv(i, mor))
        {
            if (blokk.Samliv[i].Annen(mor) == far && blokk.Samliv[i].Til > barn.Foedt && !blokk.Samliv[i].EndteVedDoed)
                return blokk.Samliv[i].Til;
        }

        return 0;
    }
}

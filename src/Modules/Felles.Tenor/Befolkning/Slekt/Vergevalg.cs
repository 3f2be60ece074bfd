using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// Guardianship (vergemålsloven): some adults, more of the very old, and every minor without a living parent in the register.
/// </summary>
internal static class Vergevalg
{
    public static void Velg(Blokk blokk, ref Slump slump)
    {
        for (var i = 0; i < blokk.Antall; i++)
        {
            ref var person = ref blokk.Personer[i];
            if (person.Slag != Personslag.Bosatt)
                continue;
            var alder = Dag.Alder(person.Foedt, blokk.Naa);
            if (Foreldreskap.ErMindreaarig(blokk, person))
            {
                if (!HarForelder(blokk, person.Mor) && !HarForelder(blokk, person.Far))
                    person.Trekk |= Trekk.Verge;
            }
            else if (!person.ErKjent)
            {
                Trekkvalg.Legg(ref person, Trekk.Verge, alder > 85 ? 0.05 : 0.009, ref slump);
            }

            if (person.Har(Trekk.Verge))
                Trekkvalg.Legg(ref person, Trekk.RettsligHandleevne, alder > 18 ? 0.03 : 0, ref slump);
        }

        // Only when all wards are known: a ward cannot be a guardian (vergemålsloven § 28).
        for (var i = 0; i < blokk.Antall; i++)
        {
            ref var person = ref blokk.Personer[i];
            if (person.Slag != Personslag.Bosatt || !person.Har(Trekk.Verge))
                continue;
            person.Verge = slump.Sann(0.9) ? FinnVerge(blokk, i, ref slump) : -1;
            if (person.Verge < 0)
                person.Trekk |= Trekk.VergeUtenNummer;
        }
    }

    /// <summary>Whether a parent lives and is registered: only then can it have parental responsibility.</summary>
    public static bool HarForelder(Blokk blokk, int forelder) => forelder >= 0 && blokk.Personer[forelder].Doed == 0;

    private static int FinnVerge(Blokk blokk, int plass, ref Slump slump)
    {
        for (var forsoek = 0; forsoek < 30; forsoek++)
        {
            var verge = slump.Under(blokk.Antall);
            ref var person = ref blokk.Personer[verge];
            if (verge != plass && person.Slag == Personslag.Bosatt && !person.Har(Trekk.Verge | Trekk.StrengtFortrolig | Trekk.Fortrolig)
                && Dag.Alder(person.Foedt, blokk.Naa) is > 28 and < 72)
                return verge;
        }

        return -1;
    }
}

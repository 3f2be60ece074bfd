using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Virksomhet;

/// <summary>Who can hold a role in an organisation: a resident between 20 and 74 without a guardian.</summary>
internal static class Rolleinnehaver
{
    /// <summary>
    /// The place of the first fitting person in the block who has no fixed name and no family whose names would have to follow; −1 in a
    /// tiny block.
    /// </summary>
    public static int Finn(Blokk blokk)
    {
        for (var i = 0; i < blokk.Antall; i++)
        {
            ref var person = ref blokk.Personer[i];
            if (person.Fast < 0 && person.Barn == 0 && person.Samliv < 0 && person.Kvinne && Passer(blokk, person))
                return i;
        }

        return -1;
    }

    public static bool Passer(Blokk blokk, in Person person) =>
        person.Slag == Personslag.Bosatt && !person.Har(Trekk.Verge | Trekk.Fortrolig | Trekk.StrengtFortrolig)
        && Dag.Alder(person.Foedt, blokk.Naa) is > 20 and < 75;
}

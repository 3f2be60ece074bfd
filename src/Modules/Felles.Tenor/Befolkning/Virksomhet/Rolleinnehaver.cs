using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Virksomhet;

/// <summary>Who can hold a role in an organisation: a resident between 20 and 74 without a guardian.</summary>
internal static class Rolleinnehaver
{
    public static bool Passer(Blokk blokk, in Person person) =>
        person.Slag == Personslag.Bosatt && !person.Har(Trekk.Verge | Trekk.Fortrolig | Trekk.StrengtFortrolig)
        && Dag.Alder(person.Foedt, blokk.Naa) is > 20 and < 75;
}

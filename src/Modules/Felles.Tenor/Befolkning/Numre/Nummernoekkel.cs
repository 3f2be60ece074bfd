using Felles.Kernel.Identifikatorer;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Numre;

/// <summary>
/// What a number is drawn for: birth date, kind and gender. All numbers with one key come from the same individnummer, so counting keys
/// over all blocks and then dealing each key's numbers out in order makes them unique whatever thread made which block. A negative key is
/// the complement of a fixed identity's place in its list: that number is given.
/// </summary>
internal static class Nummernoekkel
{
    /// <summary>Keys are below this for every birth date until the reference date.</summary>
    public static int Antall(int referansedag) => (referansedag - Dag.Foerste + 1) << 2;

    public static int Lag(int foedt, bool dNummer, bool kvinne) => ((foedt - Dag.Foerste) << 2) | (dNummer ? 2 : 0) | (kvinne ? 1 : 0);

    public static (DateOnly Foedt, Identifikatortype Type, bool Kvinne) Les(int noekkel) =>
        (DateOnly.FromDayNumber((noekkel >> 2) + Dag.Foerste),
            (noekkel & 2) != 0 ? Identifikatortype.DNummer : Identifikatortype.Foedselsnummer, (noekkel & 1) != 0);

    /// <summary>Last step of a block: the keys of all numbers that its persons have.</summary>
    public static void Samle(Blokk blokk)
    {
        for (var i = 0; i < blokk.Antall; i++)
        {
            ref var person = ref blokk.Personer[i];
            blokk.Nummernoekler.Add(person.Fast >= 0 ? ~person.Fast : Lag(person.Foedt, person.ErDNummer, person.Kvinne));
        }

        for (var i = 0; i < blokk.Antall; i++)
        {
            ref var person = ref blokk.Personer[i];
            var dNummer = person.DNummerFra != 0 && !person.ErDNummer;
            if (!dNummer && !person.Har(Trekk.Dublett))
                continue;
            person.TidligereNummer = blokk.Nummernoekler.Count;
            blokk.Nummernoekler.Add(Lag(person.Foedt, dNummer, person.Kvinne));
        }
    }
}

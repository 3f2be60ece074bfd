using Felles.Enhetsregister.Contracts;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Befolkning.Tilfeldighet;
using Felles.Tilgang.Contracts;

namespace Felles.Tenor.Befolkning.Virksomhet;

/// <summary>All organisations of a population: the fixed ones, and about one for every twelve persons.</summary>
internal static class Virksomheter
{
    private const int PersonerPerVirksomhet = 12;

    /// <summary>Main units; sub-units come besides.</summary>
    public static int Antall(Folkemengde folk) => folk.Data.Faste.Virksomheter.Length + Vanlige(folk);

    /// <summary>Block by block, in an order that depends on the population alone.</summary>
    public static IEnumerable<Enhet> Lag(Folkemengde folk)
    {
        var opptatt = new HashSet<int>(folk.Data.Faste.Organisasjonsnumre);
        opptatt.UnionWith(Sandkassevirksomhet.Alle.Select(sandkasse => sandkasse.Organisasjonsnummer.Value));
        var vanlige = Vanlige(folk);

        // The second half is for sub-units, so that a unit's number does not depend on which others have one.
        var numre = Organisasjonsnumre.Lag(vanlige * 2, folk.Plan.Froe ^ Slump.Bland(Formaal.Virksomhet), opptatt);
        var blokk = new Blokk(folk.Data, folk.Plan);
        for (var b = 0; b < folk.Plan.Blokker; b++)
        {
            var maker = new Virksomhetsmaker(folk.Skisser(blokk, b));
            for (var i = b; i < folk.Data.Faste.Virksomheter.Length; i += folk.Plan.Blokker)
                yield return maker.Fast(folk.Data.Faste.Virksomheter[i], i);
            for (var i = Start(b); i < Start(b + 1); i++)
            {
                foreach (var enhet in maker.Vanlig(i, numre[i], numre[vanlige + i]))
                    yield return enhet;
            }
        }

        int Start(int blokken) => (int)((long)vanlige * blokken / folk.Plan.Blokker);
    }

    private static int Vanlige(Folkemengde folk) =>
        Math.Max(0, (folk.Plan.Antall / PersonerPerVirksomhet) - folk.Data.Faste.Virksomheter.Length);
}

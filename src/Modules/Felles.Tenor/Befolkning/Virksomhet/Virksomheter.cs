using Felles.Enhetsregister.Contracts;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;

namespace Felles.Tenor.Befolkning.Virksomhet;

/// <summary>All organisations of a population: the fixed ones, and about one for every twelve persons.</summary>
internal sealed class Virksomheter(Folkemengde folk)
{
    private readonly FastVirksomhet[] faste = folk.Data.Faste.Virksomheter;
    private readonly Vanligliste vanlige = new(folk.Plan, folk.Data);

    /// <summary>Main units; sub-units come besides.</summary>
    public int Antall => faste.Length + vanlige.Antall;

    /// <summary>Block by block, in an order that depends on the population alone.</summary>
    public IEnumerable<Enhet> Lag()
    {
        var blokk = new Blokk(folk.Data, folk.Plan);
        for (var b = 0; b < folk.Plan.Blokker; b++)
        {
            var maker = new Virksomhetsmaker(folk.Skisser(blokk, b), vanlige);
            for (var i = b; i < faste.Length; i += folk.Plan.Blokker)
                yield return maker.Fast(faste[i], i);
            for (var i = Start(b); i < Start(b + 1); i++)
            {
                foreach (var enhet in maker.Vanlig(i))
                    yield return enhet;
            }
        }

        int Start(int blokken) => (int)((long)vanlige.Antall * blokken / folk.Plan.Blokker);
    }
}

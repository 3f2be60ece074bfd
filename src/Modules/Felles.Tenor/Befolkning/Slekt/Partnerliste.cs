using Felles.Tenor.Befolkning.Grunnlag;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// Those who wait for a partner, ordered by birth, with the nearest fitting one found by looking outwards from a wished birth date.
/// </summary>
internal sealed class Partnerliste(Blokk blokk)
{
    private const int Utvalg = 12;
    private static readonly int StoersteAvstand = Dag.Aar(14);
    private readonly List<int> personer = [];
    private int[] foedt = [];
    private bool[] opptatt = [];

    public int Antall => personer.Count;

    public int this[int indeks] => personer[indeks];

    public void Legg(int person) => personer.Add(person);

    public void Ordne()
    {
        personer.Sort((a, b) => (blokk.Personer[a].Foedt, a).CompareTo((blokk.Personer[b].Foedt, b)));
        foedt = [.. personer.Select(person => blokk.Personer[person].Foedt)];
        opptatt = new bool[personer.Count];
    }

    public bool ErLedig(int indeks) => !opptatt[indeks];

    public void Ta(int indeks) => opptatt[indeks] = true;

    /// <summary>
    /// The index of the best free one near a birth date for a person, or −1. A shared background is preferred when asked for.
    /// </summary>
    public int Finn(int person, int oensketFoedt, bool sammeLand)
    {
        var hoeyre = Array.BinarySearch(foedt, oensketFoedt);
        if (hoeyre < 0)
            hoeyre = ~hoeyre;
        var venstre = hoeyre - 1;
        var foerste = -1;
        for (var sett = 0; sett < Utvalg && (venstre >= 0 || hoeyre < foedt.Length);)
        {
            var avstandVenstre = venstre >= 0 ? oensketFoedt - foedt[venstre] : int.MaxValue;
            var avstandHoeyre = hoeyre < foedt.Length ? foedt[hoeyre] - oensketFoedt : int.MaxValue;
            var indeks = avstandVenstre <= avstandHoeyre ? venstre-- : hoeyre++;
            if (Math.Min(avstandVenstre, avstandHoeyre) > StoersteAvstand)
                break;
            if (opptatt[indeks] || !Passer(person, personer[indeks]))
                continue;
            sett++;
            if (foerste < 0)
                foerste = indeks;
            if (!sammeLand)
                break;
            if (blokk.Personer[person].Statsborger == blokk.Personer[personer[indeks]].Statsborger)
                return indeks;
        }

        return foerste;
    }

    // Emigrants keep to themselves, so that nobody is married to a person with another fate; twins and other near relatives are not known
    // yet but for twins.
    private bool Passer(int person, int annen)
    {
        ref var a = ref blokk.Personer[person];
        ref var b = ref blokk.Personer[annen];
        return person != annen && a.Tvilling != annen && (a.Slag == Personslag.Utflyttet) == (b.Slag == Personslag.Utflyttet);
    }
}

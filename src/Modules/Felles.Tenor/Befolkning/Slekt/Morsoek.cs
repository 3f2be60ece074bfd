using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>Finds the mother of one child among the women of the block.</summary>
internal sealed class Morsoek(Blokk blokk, List<int> kvinner)
{
    private const int Utvalg = 8;
    private const int Foedselsmellomrom = 330;
    private static readonly int YngsteMor = Dag.Aar(17.6);
    private static readonly int EldsteMor = Dag.Aar(45);
    private readonly int[] foedt = [.. kvinner.Select(kvinne => blokk.Personer[kvinne].Foedt)];

    public int Finn(int barn, bool mindreaarig, ref Slump slump)
    {
        ref var person = ref blokk.Personer[barn];
        var alder = Math.Clamp(29.8 + (slump.Klokke() * 5), 18.5, 43);
        var hoeyre = Array.BinarySearch(foedt, person.Foedt - (int)(alder * Dag.PerAar));
        if (hoeyre < 0)
            hoeyre = ~hoeyre;
        var venstre = hoeyre - 1;
        var enslig = -1;
        var sett = 0;
        while ((mindreaarig || sett < Utvalg) && (Innen(venstre, person.Foedt) || Innen(hoeyre, person.Foedt)))
        {
            // Alternately older and younger, so that the wished age stays the middle.
            var indeks = Innen(venstre, person.Foedt) && ((sett & 1) == 0 || !Innen(hoeyre, person.Foedt)) ? venstre-- : hoeyre++;
            sett++;
            if (!Passer(kvinner[indeks], barn, mindreaarig && sett > 60))
                continue;
            if (HarSamliv(kvinner[indeks], person.Foedt) || slump.Sann(0.1))
                return kvinner[indeks];
            if (enslig < 0)
                enslig = kvinner[indeks];
        }

        return mindreaarig || slump.Sann(0.4) ? enslig : -1;
    }

    private bool Innen(int indeks, int barnFoedt) =>
        indeks >= 0 && indeks < foedt.Length && barnFoedt - foedt[indeks] >= YngsteMor && barnFoedt - foedt[indeks] <= EldsteMor;

    private bool Passer(int kvinne, int barn, bool uansettAntall)
    {
        ref var mor = ref blokk.Personer[kvinne];
        ref var person = ref blokk.Personer[barn];
        if (kvinne == barn || (mor.Barn >= mor.MaksBarn && (!uansettAntall || mor.Barn > 7)))
            return false;
        if (mor.SisteBarn != 0 && person.Foedt - mor.SisteBarn < Foedselsmellomrom)
            return false;
        if ((mor.Doed != 0 && mor.Doed < person.Foedt) || mor.Har(Trekk.Enslig))
            return false;
        return SammeFlytting(mor, person) && !Foreldreskap.HarPartnerMedForelder(blokk, barn, kvinne);
    }

    // A child born abroad came with its mother as a minor; a minor who left, left with her.
    private bool SammeFlytting(in Person mor, in Person barn)
    {
        var liten = Foreldreskap.ErMindreaarig(blokk, barn);
        if (liten && (barn.Slag == Personslag.Utflyttet || mor.Slag == Personslag.Utflyttet))
            return barn.Slag == mor.Slag && mor.Ut > barn.Foedt && mor.Inn <= barn.Foedt;
        if (mor.Ut != 0 && mor.Ut < Dag.Fyller(barn.Foedt, 18))
            return false;
        if (barn.Foedt >= mor.Inn)
            return true;
        return barn.Slag == Personslag.Bosatt && barn.Fast < 0 && barn.Tvilling < 0 && barn.Samliv < 0
            && mor.Inn < Dag.Fyller(barn.Foedt, 17);
    }

    private bool HarSamliv(int kvinne, int dag)
    {
        for (var i = blokk.Personer[kvinne].Samliv; i >= 0; i = blokk.ForrigeSamliv(i, kvinne))
        {
            if (blokk.Samliv[i].Fra <= dag && (blokk.Samliv[i].Til == 0 || blokk.Samliv[i].Til >= dag))
                return true;
        }

        return false;
    }
}

using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// Third step: parents. Every child, oldest first, looks for a mother of fitting age who has had time since her last birth; the other
/// parent is whom she lived with. Minors nearly always find one; of older people some have parents in the register, as in life.
/// </summary>
internal static class Foreldreskap
{
    private const double AndelVoksneMedMor = 0.9;
    private static readonly int YngsteFar = Dag.Aar(17.6);

    public static void Tildel(Blokk blokk, ref Slump slump)
    {
        var (moedre, menn) = (new List<int>(), new List<int>());
        foreach (var i in blokk.EtterAlder.AsSpan(0, blokk.Antall))
        {
            if (blokk.Personer[i].Slag is Personslag.Bosatt or Personslag.Doed or Personslag.Utflyttet)
                (blokk.Personer[i].Kvinne ? moedre : menn).Add(i);
        }

        var leter = new Morsoek(blokk, moedre);
        foreach (var barn in blokk.EtterAlder.AsSpan(0, blokk.Antall))
        {
            ref var person = ref blokk.Personer[barn];
            if (!KanHaForeldre(person))
                continue;
            var mindreaarig = ErMindreaarig(blokk, person);
            if (!mindreaarig && !slump.Sann(AndelVoksneMedMor))
                continue;
            var mor = Tvillingmor(blokk, person);
            if (mor < 0)
                mor = leter.Finn(barn, mindreaarig, ref slump);
            if (mor >= 0)
                Foed(blokk, barn, mor, menn, ref slump);
            else if (mindreaarig)
                UtenMor(blokk, ref person, ref slump);
        }
    }

    public static bool ErMindreaarig(Blokk blokk, in Person person) => Dag.Fyller(person.Foedt, 18) > blokk.Naa;

    // One who moved here as an adult or died long ago has parents elsewhere.
    private static bool KanHaForeldre(in Person person) =>
        person.Slag is Personslag.Bosatt or Personslag.Doed or Personslag.Utflyttet && person.Inn == 0 && person.Mor < 0;

    private static int Tvillingmor(Blokk blokk, in Person person)
    {
        if (person.Tvilling < 0)
            return -1;
        ref var tvilling = ref blokk.Personer[person.Tvilling];
        return tvilling.Foedt == person.Foedt ? tvilling.Mor : -1;
    }

    private static void Foed(Blokk blokk, int barn, int mor, List<int> menn, ref Slump slump)
    {
        ref var person = ref blokk.Personer[barn];
        ref var m = ref blokk.Personer[mor];
        person.Mor = mor;
        var far = person.Tvilling >= 0 && blokk.Personer[person.Tvilling].Mor == mor
            ? blokk.Personer[person.Tvilling].Far
            : AnnenForelder(blokk, person.Foedt, mor, menn, ref slump);
        person.Far = far >= 0 && HarPartnerMedForelder(blokk, barn, far) ? -1 : far;
        m.Barn++;
        if (person.Far >= 0)
            blokk.Personer[person.Far].Barn++;
        m.SisteBarn = person.Foedt;
        if (person.Foedt < m.Inn)
            Opprinnelse.MedMor(ref person, m);
        else
            Opprinnelse.FoedtHer(ref person, m, person.Far >= 0 && Opprinnelse.ErNorsk(blokk.Personer[person.Far], person.Foedt));
        if (m.Ut != 0 && ErMindreaarig(blokk, person))
            person.Ut = m.Ut;
    }

    // Couples were made before parents, so it is here that brother and sister are kept apart.
    public static bool HarPartnerMedForelder(Blokk blokk, int barn, int forelder)
    {
        for (var i = blokk.Personer[barn].Samliv; i >= 0; i = blokk.ForrigeSamliv(i, barn))
        {
            ref var partner = ref blokk.Personer[blokk.Samliv[i].Annen(barn)];
            if (partner.Mor == forelder || partner.Far == forelder)
                return true;
        }

        return false;
    }

    private static int AnnenForelder(Blokk blokk, int foedt, int mor, List<int> menn, ref Slump slump)
    {
        for (var i = blokk.Personer[mor].Samliv; i >= 0; i = blokk.ForrigeSamliv(i, mor))
        {
            var samliv = blokk.Samliv[i];
            if (samliv.Fra > foedt + 300 || (samliv.Til != 0 && samliv.Til < foedt - 200))
                continue;
            var annen = samliv.Annen(mor);
            var medmor = blokk.Personer[annen].Kvinne;
            if ((medmor && foedt < Dag.FellesEkteskapslov) || !KanVaereFar(blokk, annen, foedt))
                return -1;
            return annen;
        }

        // Parents who never lived together: seven of ten are registered with a father.
        return menn.Count > 0 && slump.Sann(0.7) ? Fremmed(blokk, foedt, mor, menn, ref slump) : -1;
    }

    private static int Fremmed(Blokk blokk, int foedt, int mor, List<int> menn, ref Slump slump)
    {
        for (var forsoek = 0; forsoek < 40; forsoek++)
        {
            var mann = menn[slump.Under(menn.Count)];
            ref var far = ref blokk.Personer[mann];
            var sammeSted = (far.Slag == Personslag.Utflyttet) == (blokk.Personer[mor].Slag == Personslag.Utflyttet);
            if (sammeSted && far.Inn <= foedt && !far.Har(Trekk.Enslig)
                && Math.Abs(far.Foedt - blokk.Personer[mor].Foedt) < Dag.Aar(9) && KanVaereFar(blokk, mann, foedt))
                return mann;
        }

        return -1;
    }

    private static bool KanVaereFar(Blokk blokk, int person, int foedt)
    {
        ref var far = ref blokk.Personer[person];
        return foedt - far.Foedt >= YngsteFar && (far.Doed == 0 || far.Doed >= foedt) && (far.Ut == 0 || far.Ut > foedt);
    }

    private static void UtenMor(Blokk blokk, ref Person barn, ref Slump slump)
    {
        // A child cannot have left alone; one who lives here alone came alone.
        if (barn.Slag == Personslag.Utflyttet)
            barn.Slag = Personslag.Bosatt;
        if (barn.Slag != Personslag.Bosatt)
            return;
        if (barn.Fast < 0 && Dag.Alder(barn.Foedt, blokk.Naa) > 10)
            Opprinnelse.EnsligMindreaarig(ref barn, blokk, ref slump);
        else
            barn.Trekk |= Trekk.Verge;
    }
}

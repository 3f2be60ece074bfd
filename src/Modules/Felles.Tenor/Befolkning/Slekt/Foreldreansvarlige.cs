using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Slekt;

internal enum Ansvarsform : byte
{
    Ingen,
    Felles,
    Mor,
    AnnenForelder,
    Andre,
}

/// <summary>
/// Who has parental responsibility for a child (barnelova §§ 34–38). Both the child's document and the adult's ask here, so they agree.
/// </summary>
internal readonly record struct Foreldreansvarlige(Ansvarsform Form, int Foerste, int Annen, int Fra)
{
    private static readonly Foreldreansvarlige Ingen = new(Ansvarsform.Ingen, -1, -1, 0);

    public static Foreldreansvarlige For(Blokk blokk, int barn)
    {
        ref var person = ref blokk.Personer[barn];
        if (person.Slag is not (Personslag.Bosatt or Personslag.Utflyttet) || !Foreldreskap.ErMindreaarig(blokk, person))
            return Ingen;
        var (mor, far) = (Vergevalg.HarForelder(blokk, person.Mor), Vergevalg.HarForelder(blokk, person.Far));
        var fra = Math.Max(person.Foedt, Math.Max(Doed(blokk, person.Mor), Doed(blokk, person.Far)));
        var brudd = mor && far ? Brudd(blokk, person) : 0;
        return (mor, far) switch
        {
            (true, true) when brudd > person.Foedt && AnnenAlene(blokk, barn) => new(Ansvarsform.AnnenForelder, person.Far, -1, brudd),
            (true, true) when BoddeSammen(blokk, person) || (Slump.Bland((ulong)barn) & 7) != 0 =>
                new(Ansvarsform.Felles, person.Mor, person.Far, fra),
            (true, _) => new(Ansvarsform.Mor, person.Mor, -1, fra),
            (_, true) => new(Ansvarsform.AnnenForelder, person.Far, -1, fra),
            _ when person.Verge >= 0 => new(Ansvarsform.Andre, person.Verge, -1, Math.Max(fra, person.Inn)),
            _ => Ingen,
        };
    }

    public bool Har(int voksen) => Form != Ansvarsform.Ingen && (Foerste == voksen || Annen == voksen);

    private static int Doed(Blokk blokk, int forelder) => forelder >= 0 ? blokk.Personer[forelder].Doed : 0;

    // By agreement or judgment after a break (barnelova §§ 34 and 56). Oftener for a co-mother than in life: they are few, and a test
    // register needs some.
    private static bool AnnenAlene(Blokk blokk, int barn) =>
        (Slump.Bland(~(ulong)barn) & (blokk.Personer[blokk.Personer[barn].Far].Kvinne ? 1u : 31u)) == 0;

    private static int Brudd(Blokk blokk, in Person barn)
    {
        for (var i = blokk.Personer[barn.Mor].Samliv; i >= 0; i = blokk.ForrigeSamliv(i, barn.Mor))
        {
            if (blokk.Samliv[i].Annen(barn.Mor) == barn.Far && !blokk.Samliv[i].EndteVedDoed)
                return blokk.Samliv[i].Til;
        }

        return 0;
    }

    private static bool BoddeSammen(Blokk blokk, in Person barn)
    {
        for (var i = blokk.Personer[barn.Mor].Samliv; i >= 0; i = blokk.ForrigeSamliv(i, barn.Mor))
        {
            if (blokk.Samliv[i].Annen(barn.Mor) == barn.Far)
                return true;
        }

        return false;
    }
}

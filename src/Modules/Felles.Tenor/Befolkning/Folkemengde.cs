using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Tenor.Befolkning.Dokument;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Numre;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Contracts;

namespace Felles.Tenor.Befolkning;

/// <summary>
/// A whole population, ready to be written. Blocks are made once to count what numbers they need, and once more when they are written:
/// doing the work twice costs less than keeping a country in memory.
/// </summary>
internal sealed class Folkemengde
{
    private readonly Nummertabell numre;

    private Folkemengde(Plan plan, Datagrunnlag data, Nummertabell numre)
    {
        Plan = plan;
        Data = data;
        this.numre = numre;
    }

    public Plan Plan { get; }

    public Datagrunnlag Data { get; }

    /// <exception cref="ArgumentException">The size or the date cannot be used; the message says why.</exception>
    public static Folkemengde Planlegg(Befolkningsvalg valg, int traader, Action<int>? blokkFerdig = null, CancellationToken ct = default)
    {
        var data = Datagrunnlag.Les();
        var plan = new Plan(valg, data.Faste);
        var noekler = new int[plan.Blokker][];
        Parallel.For(
            0,
            plan.Blokker,
            new ParallelOptions { MaxDegreeOfParallelism = traader, CancellationToken = ct },
            () => new Blokk(data, plan),
            (nummer, _, blokk) =>
            {
                blokk.Lag(nummer);
                noekler[nummer] = [.. blokk.Nummernoekler];
                blokkFerdig?.Invoke(blokk.Antall);
                return blokk;
            },
            _ => { });
        return new(plan, data, Nummertabell.Lag(noekler, plan, data.Faste, traader));
    }

    /// <summary>The persons of every <paramref name="steg"/>-th block from <paramref name="foerste"/>.</summary>
    public IEnumerable<Folkeregisterperson> Modeller(int foerste = 0, int steg = 1)
    {
        var blokk = new Blokk(Data, Plan);
        for (var nummer = foerste; nummer < Plan.Blokker; nummer += steg)
        {
            var skisse = Skisser(blokk, nummer);
            for (var i = 0; i < blokk.Antall; i++)
            {
                skisse.Velg(i);
                yield return Personmaker.Lag(skisse);
            }
        }
    }

    /// <summary>The same as wire documents. Each is valid until the next is asked for.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Personer(int foerste = 0, int steg = 1)
    {
        var skriver = new Personskriver();
        foreach (var person in Modeller(foerste, steg))
            yield return skriver.Skriv(person);
    }

    /// <summary>Makes a block and what is needed to write its persons.</summary>
    public Skisse Skisser(Blokk blokk, int nummer)
    {
        blokk.Lag(nummer);
        return new(blokk, new Slektsregister(blokk), numre.I(nummer));
    }
}

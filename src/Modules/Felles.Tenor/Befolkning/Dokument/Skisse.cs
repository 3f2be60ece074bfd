using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;
using Felles.Tenor.Befolkning.Grunnlag;
using Felles.Tenor.Befolkning.Slekt;
using Felles.Tenor.Befolkning.Tilfeldighet;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>One person as the parts of the document see it: its block, its numbers and a generator of its own.</summary>
internal sealed class Skisse(Blokk blokk, Slektsregister register, ReadOnlyMemory<long> nummerliste)
{
    private static readonly int FoerstePersonIRegisteret = Dag.Av(2020, 11, 16);
    private static readonly int SistePersonIRegisteret = Dag.Av(2022, 3, 15);
    private Slump slump;
    private int overfoert;

    public Blokk Blokk { get; } = blokk;

    public Slektsregister Register { get; } = register;

    public Datagrunnlag Data => Blokk.Data;

    public int Plass { get; private set; }

    public Person Person { get; private set; }

    /// <summary>The day on which a missing person was given up, or an identity withdrawn.</summary>
    public int Avgang { get; private set; }

    /// <summary>Shared by the parts in their fixed order.</summary>
    public ref Slump Slump => ref slump;

    public void Velg(int plass)
    {
        Plass = plass;
        Person = Blokk.Personer[plass];
        slump = Slump.For(Blokk.Plan.Froe, Formaal.Dokument, Blokk.Plan.Start(Blokk.Nummer) + plass);
        overfoert = slump.Mellom(FoerstePersonIRegisteret, SistePersonIRegisteret);
        Avgang = Blokk.Naa - 20 - slump.Under(Dag.Aar(5));
    }

    public Folkeregisteridentifikator Nummer(int plass) => Folkeregisteridentifikator.FromValue(nummerliste.Span[plass]);

    public static DateOnly Dato(int dag) => DateOnly.FromDayNumber(dag);

    /// <summary>When a fact of a day was written: soon after, or when the old register was moved over.</summary>
    public Tidspunkt Registrert(int dag) =>
        Tider.Paa(dag < overfoert ? overfoert : Math.Min(dag + slump.Under(12), Math.Max(dag, Blokk.Naa - 1)), ref slump);

    /// <summary>Who reported a fact, told apart by whether it was moved over.</summary>
    public string Kilde(int dag, string ny) => dag < overfoert ? "Synutopia" : ny;

    public string Aarsak(int dag, string ny) => dag < overfoert ? "Grunnbefolkning" : ny;
}

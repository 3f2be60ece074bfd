using Felles.Kernel.Feil;

namespace Felles.Web.Ndjson;

/// <summary>The faults of a file: all are counted, and as many kept as an answer may hold.</summary>
public sealed class Feilsamling
{
    /// <summary>
    /// How many faults an answer tells one by one. A file with more has the same fault over and over; without a bound, one file could fill
    /// the memory of the host.
    /// </summary>
    public const int StoersteAntall = 100_000;

    private readonly List<Funn> funn = [];

    /// <summary>How many faults there are in all.</summary>
    public long Antall { get; private set; }

    /// <summary>The faults that are told, in the order of the file.</summary>
    public IReadOnlyList<Funn> Funn => [.. funn.OrderBy(f => f.Linje)];

    public void Legg(Funn feil, int linje)
    {
        Antall++;
        if (funn.Count < StoersteAntall)
            funn.Add(feil with { Linje = linje });
    }

    public void Legg(Feilkode kode, string sti, string melding, int linje) => Legg(new Funn(kode, sti, melding), linje);
}

using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Persondokument.Lesing;

/// <summary>
/// The faults of one document. It stops growing at a bound, because a document of ten megabytes could be nothing but faults.
/// </summary>
internal sealed class Funnliste
{
    public const int Maks = 1000;

    private readonly List<Funn> funn = [];

    public int Antall => funn.Count;

    public void Toem() => funn.Clear();

    public void Legg(Feilkode feil, string sti, string melding)
    {
        if (funn.Count < Maks)
            funn.Add(new(feil, sti, melding));
        else if (funn.Count == Maks)
            funn.Add(new(PersondokumentFeilkoder.ForMangeFeil, "", $"Bare de første {Maks} feilene vises."));
    }

    public IReadOnlyList<Funn> Ferdig() => [.. funn];
}

using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;

namespace Felles.Folkeregister.Last;

/// <summary>Puts one person into the batch. Runs on the producer's thread; <paramref name="numre"/> is its own scratch space.</summary>
internal delegate void Bunkefyller<in T>(Lastbunke bunke, long personnoekkel, T person, Personnumre numre);

internal static class Bunkefylling
{
    /// <summary>Writes the model; the index comes from the same pass.</summary>
    public static Bunkefyller<Folkeregisterperson> Modell(ThreadLocal<Personskriver> skriver) => (bunke, noekkel, person, numre) =>
    {
        var skriv = skriver.Value!;
        var dokument = skriv.Skriv(person).Span;
        Legg(bunke, noekkel, dokument, skriv.Indeks(), numre);
    };

    private static void Legg(Lastbunke bunke, long noekkel, ReadOnlySpan<byte> dokument, ReadOnlySpan<byte> indeks, Personnumre numre)
    {
        var plass = bunke.Plass(dokument.Length + indeks.Length).Span;
        dokument.CopyTo(plass);
        indeks.CopyTo(plass[dokument.Length..]);
        if (!Dokumentindeks.TryLes(indeks, dokument.Length, out var lest) || !numre.Les(dokument, lest))
            throw new InvalidDataException($"Person number {noekkel} of the baseline has no valid identification number.");
        bunke.Legg(noekkel, numre, dokument.Length, indeks.Length, Soekerad.Av(dokument, lest));
    }
}

using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;

namespace Felles.Folkeregister.Last;

/// <summary>Puts one person into the batch. Runs on the producer's own thread, which is what the workspace belongs to.</summary>
internal delegate void Bunkefyller<in T>(Lastbunke bunke, long personnoekkel, T person, Lastarbeid arbeid);

/// <summary>What one producer uses again and again.</summary>
internal sealed class Lastarbeid
{
    public Personskriver Skriver { get; } = new();

    public Indeksbygger Indeks { get; } = new();

    public Personnumre Numre { get; } = new();
}

internal static class Bunkefylling
{
    /// <summary>A person of the model is written here.</summary>
    public static void Modell(Lastbunke bunke, long noekkel, Folkeregisterperson person, Lastarbeid arbeid) =>
        Dokument(bunke, noekkel, arbeid.Skriver.Skriv(person), arbeid);

    /// <summary>A document in wire form and order.</summary>
    public static void Dokument(Lastbunke bunke, long noekkel, ReadOnlyMemory<byte> person, Lastarbeid arbeid)
    {
        var dokument = person.Span;
        if (!Indekslesing.Bygg(dokument, arbeid.Indeks))
            throw Feil(noekkel);
        var lengde = arbeid.Indeks.Lengde;
        var plass = bunke.Plass(dokument.Length + lengde).Span;
        dokument.CopyTo(plass);
        var indeks = plass[dokument.Length..];
        arbeid.Indeks.Skriv(indeks, dokument.Length);
        if (!Dokumentindeks.TryLes(indeks, dokument.Length, out var lest) || !arbeid.Numre.Les(dokument, lest))
            throw Feil(noekkel);
        bunke.Legg(noekkel, arbeid.Numre, dokument.Length, lengde, Soekerad.Av(dokument, lest));
    }

    private static InvalidDataException Feil(long noekkel) =>
        new($"Person {noekkel} of the baseline is no document of the register, or has no number.");
}

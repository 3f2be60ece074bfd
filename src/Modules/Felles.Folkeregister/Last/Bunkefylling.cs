using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Folkeregister.Soekeregister;

namespace Felles.Folkeregister.Last;

/// <summary>What one producer uses again and again.</summary>
internal sealed class Lastarbeid
{
    public Personskriver Skriver { get; } = new();

    public Indeksbygger Indeks { get; } = new();

    public Personnumre Numre { get; } = new();

    public Soekeleser Soek { get; } = new();
}

/// <summary>Puts one person into the batch. Runs on the producer's own thread, which is what the workspace belongs to.</summary>
internal static class Bunkefylling
{
    public static void Legg(Lastbunke bunke, long noekkel, Folkeregisterperson person, Lastarbeid arbeid)
    {
        var dokument = arbeid.Skriver.Skriv(person).Span;
        if (!Indekslesing.Bygg(dokument, arbeid.Indeks))
            throw Feil(noekkel);
        var lengde = arbeid.Indeks.Lengde;
        var plass = bunke.Plass(dokument.Length + lengde).Span;
        dokument.CopyTo(plass);
        var indeks = plass[dokument.Length..];
        arbeid.Indeks.Skriv(indeks, dokument.Length);
        if (!Dokumentindeks.TryLes(indeks, dokument.Length, out var lest) || !arbeid.Numre.Les(dokument, lest))
            throw Feil(noekkel);
        arbeid.Soek.Les(dokument, lest);
        bunke.Legg(noekkel, arbeid.Numre, dokument.Length, lengde, arbeid.Soek);
    }

    private static InvalidDataException Feil(long noekkel) =>
        new($"Person {noekkel} of the baseline is no document of the register, or has no number.");
}

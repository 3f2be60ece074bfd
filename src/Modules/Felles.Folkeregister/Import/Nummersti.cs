using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Indeks;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Import;

/// <summary>Where in a document a number stands. Looked for when it has a fault, so that the others need not remember it.</summary>
internal static class Nummersti
{
    public const string Element = "identifikasjonsnummer";

    public static string Til(ReadOnlySpan<byte> dokument, in Dokumentindeks indeks, long nummer)
    {
        var nr = 0;
        for (var i = 0; i < indeks.Antall; i++)
        {
            if (indeks[i].Element != Personelement.Identifikasjonsnummer)
                continue;
            var felt = Soekerad.Felt(dokument.Slice(indeks[i].Start, indeks[i].Lengde), "foedselsEllerDNummer"u8);
            if (Folkeregisteridentifikator.TryParse(felt, out var id) && id.Value == nummer)
                return $"{Element}[{nr}]";
            nr++;
        }

        return Element;
    }
}

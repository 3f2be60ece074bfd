using Felles.Folkeregister.Persondokument.Modell;
using Felles.Folkeregister.Persondokument.Modell.Former;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>
/// Writes persons in wire form and wire order (UTF-8 JSON, compact). One writer serves one thread and uses its buffer again: what it
/// answers is valid until the next call. The values are trusted: a document from outside is judged by the register's reader instead.
/// </summary>
public sealed class Personskriver
{
    private readonly Wireskriver skriver = new();

    public ReadOnlyMemory<byte> Skriv(Folkeregisterperson person)
    {
        skriver.Tilbakestill();
        FolkeregisterpersonForm.Skriv(skriver, person);
        return skriver.Dokument;
    }

    /// <summary>The index of the document last written.</summary>
    internal byte[] Indeks()
    {
        var indeks = new byte[skriver.Indekslengde];
        skriver.SkrivIndeks(indeks);
        return indeks;
    }
}

using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Indeks;

namespace Felles.Folkeregister.Lager;

/// <summary>
/// Which elements differ between two documents in wire order, byte for byte. The entries of an element lie beside each other.
/// </summary>
internal static class Elementforskjell
{
    public static ulong Mellom(
        ReadOnlySpan<byte> gammel, ReadOnlySpan<byte> gammelIndeks, ReadOnlySpan<byte> ny, ReadOnlySpan<byte> nyIndeks)
    {
        var foer = Dokumentindeks.Les(gammelIndeks, gammel);
        var etter = Dokumentindeks.Les(nyIndeks, ny);
        var forskjell = 0UL;
        foreach (var element in Enum.GetValues<Personelement>())
        {
            if (!Utsnitt(gammel, foer, element).SequenceEqual(Utsnitt(ny, etter, element)))
                forskjell |= 1UL << (int)element;
        }

        return forskjell;
    }

    /// <summary>The elements that a document has at all.</summary>
    public static ulong Alle(ReadOnlySpan<byte> dokument, ReadOnlySpan<byte> indeks)
    {
        var poster = Dokumentindeks.Les(indeks, dokument);
        var alle = 0UL;
        for (var i = 0; i < poster.Antall; i++)
            alle |= 1UL << (int)poster[i].Element;
        return alle;
    }

    private static ReadOnlySpan<byte> Utsnitt(ReadOnlySpan<byte> dokument, in Dokumentindeks indeks, Personelement element)
    {
        var start = -1;
        var slutt = 0;
        for (var i = 0; i < indeks.Antall; i++)
        {
            if (indeks[i].Element != element)
                continue;
            start = start < 0 ? indeks[i].Start : start;
            slutt = indeks[i].Slutt;
        }

        return start < 0 ? default : dokument[start..slutt];
    }
}

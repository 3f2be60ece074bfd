using Felles.Folkeregister.Persondokument.Indeks;

namespace Felles.Folkeregister.Lager;

/// <summary>A judged document with its index and the numbers in it, on its way into the store.</summary>
internal sealed record Nydokument(byte[] Dokument, byte[] Indeks, Personnumre Numre)
{
    /// <exception cref="InvalidDataException">The document has no number that can be a key.</exception>
    public static Nydokument Av(byte[] dokument, byte[] indeks)
    {
        var numre = new Personnumre();
        if (!Dokumentindeks.TryLes(indeks, dokument.Length, out var poster) || !numre.Les(dokument, poster))
            throw new InvalidDataException("The person document has no number, or the index is not its own.");
        return new Nydokument(dokument, indeks, numre);
    }
}

using Felles.Kernel.Datafiler;

namespace Felles.Tenor.Befolkning.Grunnlag;

/// <summary>Names are ADJECTIVE NOUN, as in Tenor testdata.</summary>
internal sealed class Navneliste
{
    public string[] Fornavn { get; } = Les("adjektiver.csv");

    public string[] Etternavn { get; } = Les("substantiver.csv");

    /// <summary>One given name, or two.</summary>
    public string Fornavnene(short foerste, short andre) => andre < 0 ? Fornavn[foerste] : $"{Fornavn[foerste]} {Fornavn[andre]}";

    /// <exception cref="InvalidDataException">A fixed identity has a name that the lists lack.</exception>
    public (short Fornavn, short Etternavn) Finn(string navn)
    {
        var skille = navn.IndexOf(' ');
        return (Indeks(Fornavn, navn[..skille]), Indeks(Etternavn, navn[(skille + 1)..]));
    }

    private static string[] Les(string fil) => [.. Datatabell.Read(typeof(Navneliste).Assembly, fil).Rader.Select(rad => rad["ord"])];

    private static short Indeks(string[] liste, string ord)
    {
        var indeks = Array.IndexOf(liste, ord);
        return indeks < 0 ? throw new InvalidDataException($"The name lists have no {ord}.") : (short)indeks;
    }
}

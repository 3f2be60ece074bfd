using System.Text;
using Felles.Kernel.Datafiler;

namespace Felles.Tenor.Befolkning.Grunnlag;

/// <summary>Names are ADJECTIVE NOUN, kept as UTF-8 because that is how they are written.</summary>
internal sealed class Navneliste
{
    public byte[][] Fornavn { get; } = Les("adjektiver.csv");

    public byte[][] Etternavn { get; } = Les("substantiver.csv");

    /// <exception cref="InvalidDataException">A fixed identity has a name that the lists lack.</exception>
    public (short Fornavn, short Etternavn) Finn(string navn)
    {
        var skille = navn.IndexOf(' ');
        return (Indeks(Fornavn, navn[..skille]), Indeks(Etternavn, navn[(skille + 1)..]));
    }

    private static byte[][] Les(string fil) =>
        [.. Datatabell.Read(typeof(Navneliste).Assembly, fil).Rader.Select(rad => Encoding.UTF8.GetBytes(rad["ord"]))];

    private static short Indeks(byte[][] liste, string ord)
    {
        var utf8 = Encoding.UTF8.GetBytes(ord);
        var indeks = Array.FindIndex(liste, kandidat => kandidat.AsSpan().SequenceEqual(utf8));
        return indeks < 0 ? throw new InvalidDataException($"The name lists have no {ord}.") : (short)indeks;
    }
}

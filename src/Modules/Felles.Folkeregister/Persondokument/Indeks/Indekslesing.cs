using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Modell;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Persondokument.Indeks;

/// <summary>Makes the index of a document from its bytes alone.</summary>
internal static class Indekslesing
{
    /// <summary>False when there are more entries than an index can hold.</summary>
    /// <param name="dokument">A judged document in wire order.</param>
    /// <param name="indeks">Emptied first.</param>
    public static bool Bygg(ReadOnlySpan<byte> dokument, Indeksbygger indeks)
    {
        indeks.Tilbakestill();
        var elementer = new Medlemsleser(dokument, 0);
        var nr = -1;
        while (elementer.Neste())
        {
            nr = Personskjema.Person.Finn(elementer.Navn, nr + 1);
            var element = (Personelement)nr;
            var start = elementer.Verdistart;
            if (dokument[start] == '{')
            {
                indeks.Legg(Post(dokument, element, start, elementer.Slutt));
                continue;
            }

            do
            {
                start++;
                var slutt = Wirehopp.Forbi(dokument, start);
                if (indeks.Antall == Dokumentindeks.MaksOppfoeringer)
                    return false;
                indeks.Legg(Post(dokument, element, start, slutt));
                start = slutt;
            }
            while (dokument[start] == ',');
        }

        return true;
    }

    private static Indekspost Post(ReadOnlySpan<byte> dokument, Personelement element, int start, int slutt)
    {
        var gjeldende = true;
        var gradering = Adressegradering.Ugradert;
        var medlemmer = new Medlemsleser(dokument, start);
        while (medlemmer.Neste())
        {
            if (medlemmer.Navn.SequenceEqual("erGjeldende"u8))
                gjeldende = medlemmer.Verdi[0] == 't';
            else if (medlemmer.Navn.SequenceEqual("adressegradering"u8) || medlemmer.Navn.SequenceEqual("graderingsnivaa"u8))
                Kodenavn<Adressegradering>.TryLes(medlemmer.Verdi[1..^1], out gradering);
        }

        return new(element, gjeldende, gradering, start, slutt - start);
    }
}

using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Modell;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Persondokument.Indeks;

/// <summary>Makes the index of a document from its bytes alone, in one pass.</summary>
internal static class Indekslesing
{
    /// <summary>False when there are more entries than an index can hold.</summary>
    /// <param name="dokument">A judged document in wire order.</param>
    /// <param name="indeks">Emptied first.</param>
    public static bool Bygg(ReadOnlySpan<byte> dokument, Indeksbygger indeks)
    {
        indeks.Tilbakestill();
        var nr = -1;
        for (var sted = 1; dokument[sted] != '}';)
        {
            var navn = dokument[sted] == ',' ? sted + 2 : sted + 1;
            var slutt = navn + dokument[navn..].IndexOf((byte)'"');
            nr = Personskjema.Person.Finn(dokument[navn..slutt], nr + 1);
            sted = slutt + 2;
            var liste = dokument[sted] == '[';
            do
            {
                if (indeks.Antall == Dokumentindeks.MaksOppfoeringer)
                    return false;
                var post = Post(dokument, (Personelement)nr, liste ? sted + 1 : sted);
                indeks.Legg(post);
                sted = post.Slutt;
            }
            while (liste && dokument[sted] == ',');
            sted += liste ? 1 : 0;
        }

        return true;
    }

    private static Indekspost Post(ReadOnlySpan<byte> dokument, Personelement element, int start)
    {
        var gjeldende = true;
        var gradering = Adressegradering.Ugradert;
        var medlemmer = new Medlemsleser(dokument, start);
        while (medlemmer.Neste())
        {
            if (medlemmer.Navn.SequenceEqual("erGjeldende"u8))
                gjeldende = medlemmer.Verdi[0] == 't';
            else if (medlemmer.Navn.SequenceEqual("adressegradering"u8) || medlemmer.Navn.SequenceEqual("graderingsnivaa"u8))
                gradering = Gradering(medlemmer.Verdi[1..^1]);
        }

        return new(element, gjeldende, gradering, start, medlemmer.Etter - start);
    }

    // A grading that nobody knows is the strictest until the list says otherwise.
    private static Adressegradering Gradering(ReadOnlySpan<byte> kode) =>
        Kodenavn<Adressegradering>.TryLes(kode, out var gradering) ? gradering : Adressegradering.StrengtFortrolig;
}

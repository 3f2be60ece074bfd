using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class PostboksadresseForm
{
    public static void Skriv(Wireskriver ut, Postboksadresse v)
    {
        ut.Start();
        ut.Tekst("\"postbokseier\":"u8, v.Postbokseier);
        ut.Tekst("\"postboks\":"u8, v.Postboks);
        if (v.Poststed is { } poststed)
        {
            ut.Navn("\"poststed\":"u8);
            PoststedForm.Skriv(ut, poststed);
        }

        ut.Slutt();
    }

    public static Postboksadresse Les(ref Utf8JsonReader inn)
    {
        string? postbokseier = null;
        string? postboks = null;
        Poststed? poststed = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("postbokseier"u8))
                postbokseier = inn.LesTekst();
            else if (inn.ValueTextEquals("postboks"u8))
                postboks = inn.LesTekst();
            else if (inn.ValueTextEquals("poststed"u8))
                poststed = inn.LesObjekt(PoststedForm.Les);
            else
                inn.HoppOver();
        }

        return new()
        {
            Postbokseier = postbokseier,
            Postboks = postboks ?? throw Wirelesing.Mangler("postboks"),
            Poststed = poststed,
        };
    }
}

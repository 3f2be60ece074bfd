using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class PostadresseIFrittFormatForm
{
    public static void Skriv(Wireskriver ut, PostadresseIFrittFormat v)
    {
        ut.Start();
        ut.Tekster("\"adresselinje\":["u8, v.Adresselinje);
        if (v.Poststed is { } poststed)
        {
            ut.Navn("\"poststed\":"u8);
            PoststedForm.Skriv(ut, poststed);
        }

        ut.Slutt();
    }

    public static PostadresseIFrittFormat Les(ref Utf8JsonReader inn)
    {
        Liste<string> adresselinje = default;
        Poststed? poststed = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("adresselinje"u8))
                adresselinje = inn.LesTekster();
            else if (inn.ValueTextEquals("poststed"u8))
                poststed = inn.LesObjekt(PoststedForm.Les);
            else
                inn.HoppOver();
        }

        return new()
        {
            Adresselinje = adresselinje,
            Poststed = poststed,
        };
    }
}

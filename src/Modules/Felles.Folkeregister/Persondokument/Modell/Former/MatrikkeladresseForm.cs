using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class MatrikkeladresseForm
{
    public static void Skriv(Wireskriver ut, Matrikkeladresse v)
    {
        ut.Start();
        ut.Tekst("\"bruksenhetsnummer\":"u8, v.Bruksenhetsnummer);
        ut.Kode("\"bruksenhetstype\":"u8, v.Bruksenhetstype);
        ut.Navn("\"matrikkelnummer\":"u8);
        MatrikkelnummerForm.Skriv(ut, v.Matrikkelnummer);
        ut.Heltall("\"undernummer\":"u8, v.Undernummer);
        ut.Tekst("\"adressetilleggsnavn\":"u8, v.Adressetilleggsnavn);
        if (v.Poststed is { } poststed)
        {
            ut.Navn("\"poststed\":"u8);
            PoststedForm.Skriv(ut, poststed);
        }

        ut.Tekst("\"coAdressenavn\":"u8, v.CoAdressenavn);
        ut.Slutt();
    }

    public static Matrikkeladresse Les(ref Utf8JsonReader inn)
    {
        string? bruksenhetsnummer = null;
        Bruksenhetstype? bruksenhetstype = null;
        Matrikkelnummer? matrikkelnummer = null;
        int? undernummer = null;
        string? adressetilleggsnavn = null;
        Poststed? poststed = null;
        string? coAdressenavn = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("bruksenhetsnummer"u8))
                bruksenhetsnummer = inn.LesTekst();
            else if (inn.ValueTextEquals("bruksenhetstype"u8))
                bruksenhetstype = inn.LesKode<Bruksenhetstype>();
            else if (inn.ValueTextEquals("matrikkelnummer"u8))
                matrikkelnummer = inn.LesObjekt(MatrikkelnummerForm.Les);
            else if (inn.ValueTextEquals("undernummer"u8))
                undernummer = inn.LesHeltall();
            else if (inn.ValueTextEquals("adressetilleggsnavn"u8))
                adressetilleggsnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("poststed"u8))
                poststed = inn.LesObjekt(PoststedForm.Les);
            else if (inn.ValueTextEquals("coAdressenavn"u8))
                coAdressenavn = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            Bruksenhetsnummer = bruksenhetsnummer,
            Bruksenhetstype = bruksenhetstype,
            Matrikkelnummer = matrikkelnummer ?? throw Wirelesing.Mangler("matrikkelnummer"),
            Undernummer = undernummer,
            Adressetilleggsnavn = adressetilleggsnavn,
            Poststed = poststed,
            CoAdressenavn = coAdressenavn,
        };
    }
}

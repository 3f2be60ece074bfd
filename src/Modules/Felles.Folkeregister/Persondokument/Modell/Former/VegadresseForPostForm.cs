using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class VegadresseForPostForm
{
    public static void Skriv(Wireskriver ut, VegadresseForPost v)
    {
        ut.Start();
        ut.Tekst("\"coAdressenavn\":"u8, v.CoAdressenavn);
        ut.Tekst("\"adressenavn\":"u8, v.Adressenavn);
        if (v.Adressenummer is { } adressenummer)
        {
            ut.Navn("\"adressenummer\":"u8);
            AdressenummerForm.Skriv(ut, adressenummer);
        }

        if (v.Poststed is { } poststed)
        {
            ut.Navn("\"poststed\":"u8);
            PoststedForm.Skriv(ut, poststed);
        }

        ut.Tekst("\"adressekode\":"u8, v.Adressekode);
        ut.Tekst("\"adressetilleggsnavn\":"u8, v.Adressetilleggsnavn);
        ut.Tekst("\"bruksenhetsnummer\":"u8, v.Bruksenhetsnummer);
        ut.Slutt();
    }

    public static VegadresseForPost Les(ref Utf8JsonReader inn)
    {
        string? coAdressenavn = null;
        string? adressenavn = null;
        Adressenummer? adressenummer = null;
        Poststed? poststed = null;
        string? adressekode = null;
        string? adressetilleggsnavn = null;
        string? bruksenhetsnummer = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("coAdressenavn"u8))
                coAdressenavn = inn.LesTekst();
            else if (inn.ValueTextEquals("adressenavn"u8))
                adressenavn = inn.LesTekst();
            else if (inn.ValueTextEquals("adressenummer"u8))
                adressenummer = inn.LesObjekt(AdressenummerForm.Les);
            else if (inn.ValueTextEquals("poststed"u8))
                poststed = inn.LesObjekt(PoststedForm.Les);
            else if (inn.ValueTextEquals("adressekode"u8))
                adressekode = inn.LesTekst();
            else if (inn.ValueTextEquals("adressetilleggsnavn"u8))
                adressetilleggsnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("bruksenhetsnummer"u8))
                bruksenhetsnummer = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            CoAdressenavn = coAdressenavn,
            Adressenavn = adressenavn,
            Adressenummer = adressenummer,
            Poststed = poststed,
            Adressekode = adressekode,
            Adressetilleggsnavn = adressetilleggsnavn,
            Bruksenhetsnummer = bruksenhetsnummer,
        };
    }
}

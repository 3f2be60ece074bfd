using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class VegadresseForm
{
    public static void Skriv(Wireskriver ut, Vegadresse v)
    {
        ut.Start();
        ut.Tekst("\"kommunenummer\":"u8, v.Kommunenummer);
        ut.Tekst("\"bruksenhetsnummer\":"u8, v.Bruksenhetsnummer);
        ut.Kode("\"bruksenhetstype\":"u8, v.Bruksenhetstype);
        ut.Tekst("\"adressenavn\":"u8, v.Adressenavn);
        if (v.Adressenummer is { } adressenummer)
        {
            ut.Navn("\"adressenummer\":"u8);
            AdressenummerForm.Skriv(ut, adressenummer);
        }

        ut.Tekst("\"adressekode\":"u8, v.Adressekode);
        ut.Tekst("\"adressetilleggsnavn\":"u8, v.Adressetilleggsnavn);
        if (v.Poststed is { } poststed)
        {
            ut.Navn("\"poststed\":"u8);
            PoststedForm.Skriv(ut, poststed);
        }

        ut.Tekst("\"coAdressenavn\":"u8, v.CoAdressenavn);
        ut.Slutt();
    }

    public static Vegadresse Les(ref Utf8JsonReader inn)
    {
        string? kommunenummer = null;
        string? bruksenhetsnummer = null;
        Bruksenhetstype? bruksenhetstype = null;
        string? adressenavn = null;
        Adressenummer? adressenummer = null;
        string? adressekode = null;
        string? adressetilleggsnavn = null;
        Poststed? poststed = null;
        string? coAdressenavn = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("kommunenummer"u8))
                kommunenummer = inn.LesTekst();
            else if (inn.ValueTextEquals("bruksenhetsnummer"u8))
                bruksenhetsnummer = inn.LesTekst();
            else if (inn.ValueTextEquals("bruksenhetstype"u8))
                bruksenhetstype = inn.LesKode<Bruksenhetstype>();
            else if (inn.ValueTextEquals("adressenavn"u8))
                adressenavn = inn.LesTekst();
            else if (inn.ValueTextEquals("adressenummer"u8))
                adressenummer = inn.LesObjekt(AdressenummerForm.Les);
            else if (inn.ValueTextEquals("adressekode"u8))
                adressekode = inn.LesTekst();
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
            Kommunenummer = kommunenummer ?? throw Wirelesing.Mangler("kommunenummer"),
            Bruksenhetsnummer = bruksenhetsnummer,
            Bruksenhetstype = bruksenhetstype,
            Adressenavn = adressenavn ?? throw Wirelesing.Mangler("adressenavn"),
            Adressenummer = adressenummer,
            Adressekode = adressekode,
            Adressetilleggsnavn = adressetilleggsnavn,
            Poststed = poststed,
            CoAdressenavn = coAdressenavn,
        };
    }
}

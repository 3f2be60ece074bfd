using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class AdresseIFrittFormatForm
{
    public static void Skriv(Wireskriver ut, AdresseIFrittFormat v)
    {
        ut.Start();
        ut.Tekster("\"adresselinje\":["u8, v.Adresselinje);
        ut.Tekst("\"landkode\":"u8, v.Landkode);
        ut.Slutt();
    }

    public static AdresseIFrittFormat Les(ref Utf8JsonReader inn)
    {
        Liste<string> adresselinje = default;
        string? landkode = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("adresselinje"u8))
                adresselinje = inn.LesTekster();
            else if (inn.ValueTextEquals("landkode"u8))
                landkode = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            Adresselinje = adresselinje,
            Landkode = landkode,
        };
    }
}

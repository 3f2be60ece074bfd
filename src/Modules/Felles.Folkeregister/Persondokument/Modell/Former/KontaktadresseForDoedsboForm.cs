using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class KontaktadresseForDoedsboForm
{
    public static void Skriv(Wireskriver ut, KontaktadresseForDoedsbo v)
    {
        ut.Start();
        ut.Tekster("\"adresselinje\":["u8, v.Adresselinje);
        ut.Tekst("\"poststedsnavn\":"u8, v.Poststedsnavn);
        ut.Tekst("\"postnummer\":"u8, v.Postnummer);
        ut.Tekst("\"landkode\":"u8, v.Landkode);
        ut.Slutt();
    }

    public static KontaktadresseForDoedsbo Les(ref Utf8JsonReader inn)
    {
        Liste<string> adresselinje = default;
        string? poststedsnavn = null;
        string? postnummer = null;
        string? landkode = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("adresselinje"u8))
                adresselinje = inn.LesTekster();
            else if (inn.ValueTextEquals("poststedsnavn"u8))
                poststedsnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("postnummer"u8))
                postnummer = inn.LesTekst();
            else if (inn.ValueTextEquals("landkode"u8))
                landkode = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            Adresselinje = adresselinje,
            Poststedsnavn = poststedsnavn ?? throw Wirelesing.Mangler("poststedsnavn"),
            Postnummer = postnummer ?? throw Wirelesing.Mangler("postnummer"),
            Landkode = landkode,
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class AdressenummerForm
{
    public static void Skriv(Wireskriver ut, Adressenummer v)
    {
        ut.Start();
        ut.Tekst("\"husnummer\":"u8, v.Husnummer);
        ut.Tekst("\"husbokstav\":"u8, v.Husbokstav);
        ut.Slutt();
    }

    public static Adressenummer Les(ref Utf8JsonReader inn)
    {
        string? husnummer = null;
        string? husbokstav = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("husnummer"u8))
                husnummer = inn.LesTekst();
            else if (inn.ValueTextEquals("husbokstav"u8))
                husbokstav = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            Husnummer = husnummer ?? throw Wirelesing.Mangler("husnummer"),
            Husbokstav = husbokstav,
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class MatrikkelnummerForm
{
    public static void Skriv(Wireskriver ut, Matrikkelnummer v)
    {
        ut.Start();
        ut.Tekst("\"kommunenummer\":"u8, v.Kommunenummer);
        ut.Heltall("\"gaardsnummer\":"u8, v.Gaardsnummer);
        ut.Heltall("\"bruksnummer\":"u8, v.Bruksnummer);
        ut.Heltall("\"festenummer\":"u8, v.Festenummer);
        ut.Slutt();
    }

    public static Matrikkelnummer Les(ref Utf8JsonReader inn)
    {
        string? kommunenummer = null;
        int? gaardsnummer = null;
        int? bruksnummer = null;
        int? festenummer = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("kommunenummer"u8))
                kommunenummer = inn.LesTekst();
            else if (inn.ValueTextEquals("gaardsnummer"u8))
                gaardsnummer = inn.LesHeltall();
            else if (inn.ValueTextEquals("bruksnummer"u8))
                bruksnummer = inn.LesHeltall();
            else if (inn.ValueTextEquals("festenummer"u8))
                festenummer = inn.LesHeltall();
            else
                inn.HoppOver();
        }

        return new()
        {
            Kommunenummer = kommunenummer ?? throw Wirelesing.Mangler("kommunenummer"),
            Gaardsnummer = gaardsnummer ?? throw Wirelesing.Mangler("gaardsnummer"),
            Bruksnummer = bruksnummer ?? throw Wirelesing.Mangler("bruksnummer"),
            Festenummer = festenummer,
        };
    }
}

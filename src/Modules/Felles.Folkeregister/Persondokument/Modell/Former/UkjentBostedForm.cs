using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class UkjentBostedForm
{
    public static void Skriv(Wireskriver ut, UkjentBosted v)
    {
        ut.Start();
        ut.Tekst("\"bostedskommune\":"u8, v.Bostedskommune);
        ut.Slutt();
    }

    public static UkjentBosted Les(ref Utf8JsonReader inn)
    {
        string? bostedskommune = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("bostedskommune"u8))
                bostedskommune = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            Bostedskommune = bostedskommune,
        };
    }
}

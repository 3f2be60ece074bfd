using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class PersonnavnForm
{
    public static void Skriv(Wireskriver ut, Personnavn v)
    {
        ut.Start();
        ut.Tekst("\"fornavn\":"u8, v.Fornavn);
        ut.Tekst("\"mellomnavn\":"u8, v.Mellomnavn);
        ut.Tekst("\"etternavn\":"u8, v.Etternavn);
        ut.Slutt();
    }

    public static Personnavn Les(ref Utf8JsonReader inn)
    {
        string? fornavn = null;
        string? mellomnavn = null;
        string? etternavn = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("fornavn"u8))
                fornavn = inn.LesTekst();
            else if (inn.ValueTextEquals("mellomnavn"u8))
                mellomnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("etternavn"u8))
                etternavn = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            Fornavn = fornavn ?? throw Wirelesing.Mangler("fornavn"),
            Mellomnavn = mellomnavn,
            Etternavn = etternavn ?? throw Wirelesing.Mangler("etternavn"),
        };
    }
}

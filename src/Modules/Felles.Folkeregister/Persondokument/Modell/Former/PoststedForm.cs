using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class PoststedForm
{
    public static void Skriv(Wireskriver ut, Poststed v)
    {
        ut.Start();
        ut.Tekst("\"poststedsnavn\":"u8, v.Poststedsnavn);
        ut.Tekst("\"postnummer\":"u8, v.Postnummer);
        ut.Slutt();
    }

    public static Poststed Les(ref Utf8JsonReader inn)
    {
        string? poststedsnavn = null;
        string? postnummer = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("poststedsnavn"u8))
                poststedsnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("postnummer"u8))
                postnummer = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            Poststedsnavn = poststedsnavn,
            Postnummer = postnummer,
        };
    }
}

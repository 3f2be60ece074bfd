using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class AdvokatSomKontaktForm
{
    public static void Skriv(Wireskriver ut, AdvokatSomKontakt v)
    {
        ut.Start();
        ut.Navn("\"personnavn\":"u8);
        PersonnavnForm.Skriv(ut, v.Personnavn);
        ut.Tekst("\"organisasjonsnavn\":"u8, v.Organisasjonsnavn);
        ut.Organisasjon("\"organisasjonsnummer\":"u8, v.Organisasjonsnummer);
        ut.Slutt();
    }

    public static AdvokatSomKontakt Les(ref Utf8JsonReader inn)
    {
        Personnavn? personnavn = null;
        string? organisasjonsnavn = null;
        Organisasjonsnummer? organisasjonsnummer = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("personnavn"u8))
                personnavn = inn.LesObjekt(PersonnavnForm.Les);
            else if (inn.ValueTextEquals("organisasjonsnavn"u8))
                organisasjonsnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("organisasjonsnummer"u8))
                organisasjonsnummer = inn.LesOrganisasjonsnummer();
            else
                inn.HoppOver();
        }

        return new()
        {
            Personnavn = personnavn ?? throw Wirelesing.Mangler("personnavn"),
            Organisasjonsnavn = organisasjonsnavn,
            Organisasjonsnummer = organisasjonsnummer,
        };
    }
}

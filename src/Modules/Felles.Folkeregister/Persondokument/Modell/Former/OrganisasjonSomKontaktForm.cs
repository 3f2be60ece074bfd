using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class OrganisasjonSomKontaktForm
{
    public static void Skriv(Wireskriver ut, OrganisasjonSomKontakt v)
    {
        ut.Start();
        ut.Tekst("\"organisasjonsnavn\":"u8, v.Organisasjonsnavn);
        ut.Organisasjon("\"organisasjonsnummer\":"u8, v.Organisasjonsnummer);
        if (v.Kontaktpersonnavn is { } kontaktpersonnavn)
        {
            ut.Navn("\"kontaktpersonnavn\":"u8);
            PersonnavnForm.Skriv(ut, kontaktpersonnavn);
        }

        ut.Slutt();
    }

    public static OrganisasjonSomKontakt Les(ref Utf8JsonReader inn)
    {
        string? organisasjonsnavn = null;
        Organisasjonsnummer? organisasjonsnummer = null;
        Personnavn? kontaktpersonnavn = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("organisasjonsnavn"u8))
                organisasjonsnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("organisasjonsnummer"u8))
                organisasjonsnummer = inn.LesOrganisasjonsnummer();
            else if (inn.ValueTextEquals("kontaktpersonnavn"u8))
                kontaktpersonnavn = inn.LesObjekt(PersonnavnForm.Les);
            else
                inn.HoppOver();
        }

        return new()
        {
            Organisasjonsnavn = organisasjonsnavn ?? throw Wirelesing.Mangler("organisasjonsnavn"),
            Organisasjonsnummer = organisasjonsnummer,
            Kontaktpersonnavn = kontaktpersonnavn,
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class PersonSomKontaktForm
{
    public static void Skriv(Wireskriver ut, PersonSomKontakt v)
    {
        ut.Start();
        ut.Dato("\"foedselsdato\":"u8, v.Foedselsdato);
        if (v.Personnavn is { } personnavn)
        {
            ut.Navn("\"personnavn\":"u8);
            PersonnavnForm.Skriv(ut, personnavn);
        }

        ut.Identifikator("\"foedselsEllerDNummer\":"u8, v.FoedselsEllerDNummer);
        ut.Slutt();
    }

    public static PersonSomKontakt Les(ref Utf8JsonReader inn)
    {
        DateOnly? foedselsdato = null;
        Personnavn? personnavn = null;
        Folkeregisteridentifikator? foedselsEllerDNummer = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("foedselsdato"u8))
                foedselsdato = inn.LesDato();
            else if (inn.ValueTextEquals("personnavn"u8))
                personnavn = inn.LesObjekt(PersonnavnForm.Les);
            else if (inn.ValueTextEquals("foedselsEllerDNummer"u8))
                foedselsEllerDNummer = inn.LesIdentifikator();
            else
                inn.HoppOver();
        }

        return new()
        {
            Foedselsdato = foedselsdato,
            Personnavn = personnavn,
            FoedselsEllerDNummer = foedselsEllerDNummer,
        };
    }
}

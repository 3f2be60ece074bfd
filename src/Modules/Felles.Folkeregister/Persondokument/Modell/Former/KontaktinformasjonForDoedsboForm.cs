using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class KontaktinformasjonForDoedsboForm
{
    public static void Skriv(Wireskriver ut, KontaktinformasjonForDoedsbo v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        if (v.Person is { } person)
        {
            ut.Navn("\"person\":"u8);
            PersonSomKontaktForm.Skriv(ut, person);
        }

        if (v.Advokat is { } advokat)
        {
            ut.Navn("\"advokat\":"u8);
            AdvokatSomKontaktForm.Skriv(ut, advokat);
        }

        if (v.Organisasjon is { } organisasjon)
        {
            ut.Navn("\"organisasjon\":"u8);
            OrganisasjonSomKontaktForm.Skriv(ut, organisasjon);
        }

        ut.Kode("\"skifteform\":"u8, v.Skifteform);
        ut.Dato("\"attestutstedelsesdato\":"u8, v.Attestutstedelsesdato);
        ut.Navn("\"adresse\":"u8);
        KontaktadresseForDoedsboForm.Skriv(ut, v.Adresse);
        ut.Slutt();
    }

    public static KontaktinformasjonForDoedsbo Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        PersonSomKontakt? person = null;
        AdvokatSomKontakt? advokat = null;
        OrganisasjonSomKontakt? organisasjon = null;
        Skifteform? skifteform = null;
        DateOnly? attestutstedelsesdato = null;
        KontaktadresseForDoedsbo? adresse = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("person"u8))
                person = inn.LesObjekt(PersonSomKontaktForm.Les);
            else if (inn.ValueTextEquals("advokat"u8))
                advokat = inn.LesObjekt(AdvokatSomKontaktForm.Les);
            else if (inn.ValueTextEquals("organisasjon"u8))
                organisasjon = inn.LesObjekt(OrganisasjonSomKontaktForm.Les);
            else if (inn.ValueTextEquals("skifteform"u8))
                skifteform = inn.LesKode<Skifteform>();
            else if (inn.ValueTextEquals("attestutstedelsesdato"u8))
                attestutstedelsesdato = inn.LesDato();
            else if (inn.ValueTextEquals("adresse"u8))
                adresse = inn.LesObjekt(KontaktadresseForDoedsboForm.Les);
            else
                inn.HoppOver();
        }

        return new()
        {
            Ajourholdstidspunkt = om.Ajourholdstidspunkt,
            ErGjeldende = om.ErGjeldende,
            Kilde = om.Kilde,
            Aarsak = om.Aarsak,
            Gyldighetstidspunkt = om.Gyldighetstidspunkt,
            Opphoerstidspunkt = om.Opphoerstidspunkt,
            Person = person,
            Advokat = advokat,
            Organisasjon = organisasjon,
            Skifteform = skifteform ?? throw Wirelesing.Mangler("skifteform"),
            Attestutstedelsesdato = attestutstedelsesdato ?? throw Wirelesing.Mangler("attestutstedelsesdato"),
            Adresse = adresse ?? throw Wirelesing.Mangler("adresse"),
        };
    }
}

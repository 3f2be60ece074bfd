using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class ForeldreansvarForm
{
    public static void Skriv(Wireskriver ut, Foreldreansvar v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"ansvar\":"u8, v.Ansvar);
        ut.Identifikator("\"ansvarssubjekt\":"u8, v.Ansvarssubjekt);
        ut.Identifikator("\"ansvarlig\":"u8, v.Ansvarlig);
        ut.Organisasjon("\"ansvarligOrganisasjon\":"u8, v.AnsvarligOrganisasjon);
        if (v.AnsvarligUtenIdentifikator is { } ansvarligUtenIdentifikator)
        {
            ut.Navn("\"ansvarligUtenIdentifikator\":"u8);
            RelatertBiPersonForm.Skriv(ut, ansvarligUtenIdentifikator);
        }

        if (v.AnsvarssubjektUtenIdentifikator is { } ansvarssubjektUtenIdentifikator)
        {
            ut.Navn("\"ansvarssubjektUtenIdentifikator\":"u8);
            RelatertBiPersonForm.Skriv(ut, ansvarssubjektUtenIdentifikator);
        }

        ut.Slutt();
    }

    public static Foreldreansvar Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Foreldreansvarstype? ansvar = null;
        Folkeregisteridentifikator? ansvarssubjekt = null;
        Folkeregisteridentifikator? ansvarlig = null;
        Organisasjonsnummer? ansvarligOrganisasjon = null;
        RelatertBiPerson? ansvarligUtenIdentifikator = null;
        RelatertBiPerson? ansvarssubjektUtenIdentifikator = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("ansvar"u8))
                ansvar = inn.LesKode<Foreldreansvarstype>();
            else if (inn.ValueTextEquals("ansvarssubjekt"u8))
                ansvarssubjekt = inn.LesIdentifikator();
            else if (inn.ValueTextEquals("ansvarlig"u8))
                ansvarlig = inn.LesIdentifikator();
            else if (inn.ValueTextEquals("ansvarligOrganisasjon"u8))
                ansvarligOrganisasjon = inn.LesOrganisasjonsnummer();
            else if (inn.ValueTextEquals("ansvarligUtenIdentifikator"u8))
                ansvarligUtenIdentifikator = inn.LesObjekt(RelatertBiPersonForm.Les);
            else if (inn.ValueTextEquals("ansvarssubjektUtenIdentifikator"u8))
                ansvarssubjektUtenIdentifikator = inn.LesObjekt(RelatertBiPersonForm.Les);
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
            Ansvar = ansvar ?? throw Wirelesing.Mangler("ansvar"),
            Ansvarssubjekt = ansvarssubjekt,
            Ansvarlig = ansvarlig,
            AnsvarligOrganisasjon = ansvarligOrganisasjon,
            AnsvarligUtenIdentifikator = ansvarligUtenIdentifikator,
            AnsvarssubjektUtenIdentifikator = ansvarssubjektUtenIdentifikator,
        };
    }
}

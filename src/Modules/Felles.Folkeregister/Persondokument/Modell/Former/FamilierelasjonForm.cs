using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class FamilierelasjonForm
{
    public static void Skriv(Wireskriver ut, Familierelasjon v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Identifikator("\"relatertPerson\":"u8, v.RelatertPerson);
        if (v.RelatertPersonUtenFolkeregisteridentifikator is { } relatertPersonUtenFolkeregisteridentifikator)
        {
            ut.Navn("\"relatertPersonUtenFolkeregisteridentifikator\":"u8);
            RelatertBiPersonForm.Skriv(ut, relatertPersonUtenFolkeregisteridentifikator);
        }

        ut.Kode("\"relatertPersonsRolle\":"u8, v.RelatertPersonsRolle);
        ut.Kode("\"minRolleForPerson\":"u8, v.MinRolleForPerson);
        ut.Slutt();
    }

    public static Familierelasjon Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Folkeregisteridentifikator? relatertPerson = null;
        RelatertBiPerson? relatertPersonUtenFolkeregisteridentifikator = null;
        Familierelasjontype? relatertPersonsRolle = null;
        Familierelasjontype? minRolleForPerson = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("relatertPerson"u8))
                relatertPerson = inn.LesIdentifikator();
            else if (inn.ValueTextEquals("relatertPersonUtenFolkeregisteridentifikator"u8))
                relatertPersonUtenFolkeregisteridentifikator = inn.LesObjekt(RelatertBiPersonForm.Les);
            else if (inn.ValueTextEquals("relatertPersonsRolle"u8))
                relatertPersonsRolle = inn.LesKode<Familierelasjontype>();
            else if (inn.ValueTextEquals("minRolleForPerson"u8))
                minRolleForPerson = inn.LesKode<Familierelasjontype>();
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
            RelatertPerson = relatertPerson,
            RelatertPersonUtenFolkeregisteridentifikator = relatertPersonUtenFolkeregisteridentifikator,
            RelatertPersonsRolle = relatertPersonsRolle ?? throw Wirelesing.Mangler("relatertPersonsRolle"),
            MinRolleForPerson = minRolleForPerson,
        };
    }
}

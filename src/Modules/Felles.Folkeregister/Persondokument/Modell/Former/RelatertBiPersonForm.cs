using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class RelatertBiPersonForm
{
    public static void Skriv(Wireskriver ut, RelatertBiPerson v)
    {
        ut.Start();
        ut.Navn("\"navn\":"u8);
        PersonnavnForm.Skriv(ut, v.Navn);
        ut.Dato("\"foedselsdato\":"u8, v.Foedselsdato);
        ut.Tekst("\"statsborgerskap\":"u8, v.Statsborgerskap);
        ut.Kode("\"kjoenn\":"u8, v.Kjoenn);
        ut.Slutt();
    }

    public static RelatertBiPerson Les(ref Utf8JsonReader inn)
    {
        Personnavn? navn = null;
        DateOnly? foedselsdato = null;
        string? statsborgerskap = null;
        Kjoenn? kjoenn = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("navn"u8))
                navn = inn.LesObjekt(PersonnavnForm.Les);
            else if (inn.ValueTextEquals("foedselsdato"u8))
                foedselsdato = inn.LesDato();
            else if (inn.ValueTextEquals("statsborgerskap"u8))
                statsborgerskap = inn.LesTekst();
            else if (inn.ValueTextEquals("kjoenn"u8))
                kjoenn = inn.LesKode<Kjoenn>();
            else
                inn.HoppOver();
        }

        return new()
        {
            Navn = navn ?? throw Wirelesing.Mangler("navn"),
            Foedselsdato = foedselsdato,
            Statsborgerskap = statsborgerskap,
            Kjoenn = kjoenn,
        };
    }
}

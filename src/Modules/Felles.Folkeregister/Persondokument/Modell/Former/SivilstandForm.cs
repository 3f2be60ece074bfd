using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class SivilstandForm
{
    public static void Skriv(Wireskriver ut, Sivilstand v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"sivilstand\":"u8, v.Type);
        ut.Dato("\"sivilstandsdato\":"u8, v.Sivilstandsdato);
        ut.Tekst("\"myndighet\":"u8, v.Myndighet);
        ut.Tekst("\"kommune\":"u8, v.Kommune);
        ut.Tekst("\"sted\":"u8, v.Sted);
        ut.Tekst("\"utland\":"u8, v.Utland);
        ut.Identifikator("\"relatertVedSivilstand\":"u8, v.RelatertVedSivilstand);
        ut.Slutt();
    }

    public static Sivilstand Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Sivilstandstype? sivilstand = null;
        DateOnly? sivilstandsdato = null;
        string? myndighet = null;
        string? kommune = null;
        string? sted = null;
        string? utland = null;
        Folkeregisteridentifikator? relatertVedSivilstand = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("sivilstand"u8))
                sivilstand = inn.LesKode<Sivilstandstype>();
            else if (inn.ValueTextEquals("sivilstandsdato"u8))
                sivilstandsdato = inn.LesDato();
            else if (inn.ValueTextEquals("myndighet"u8))
                myndighet = inn.LesTekst();
            else if (inn.ValueTextEquals("kommune"u8))
                kommune = inn.LesTekst();
            else if (inn.ValueTextEquals("sted"u8))
                sted = inn.LesTekst();
            else if (inn.ValueTextEquals("utland"u8))
                utland = inn.LesTekst();
            else if (inn.ValueTextEquals("relatertVedSivilstand"u8))
                relatertVedSivilstand = inn.LesIdentifikator();
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
            Type = sivilstand ?? throw Wirelesing.Mangler("sivilstand"),
            Sivilstandsdato = sivilstandsdato,
            Myndighet = myndighet,
            Kommune = kommune,
            Sted = sted,
            Utland = utland,
            RelatertVedSivilstand = relatertVedSivilstand,
        };
    }
}

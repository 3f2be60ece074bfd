using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class FoedselForm
{
    public static void Skriv(Wireskriver ut, Foedsel v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Dato("\"foedselsdato\":"u8, v.Foedselsdato);
        ut.Tekst("\"foedselsaar\":"u8, v.Foedselsaar);
        ut.Tekst("\"foedested\":"u8, v.Foedested);
        ut.Tekst("\"foedekommuneINorge\":"u8, v.FoedekommuneINorge);
        ut.Tekst("\"foedeland\":"u8, v.Foedeland);
        ut.Slutt();
    }

    public static Foedsel Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        DateOnly? foedselsdato = null;
        string? foedselsaar = null;
        string? foedested = null;
        string? foedekommuneINorge = null;
        string? foedeland = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("foedselsdato"u8))
                foedselsdato = inn.LesDato();
            else if (inn.ValueTextEquals("foedselsaar"u8))
                foedselsaar = inn.LesTekst();
            else if (inn.ValueTextEquals("foedested"u8))
                foedested = inn.LesTekst();
            else if (inn.ValueTextEquals("foedekommuneINorge"u8))
                foedekommuneINorge = inn.LesTekst();
            else if (inn.ValueTextEquals("foedeland"u8))
                foedeland = inn.LesTekst();
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
            Foedselsdato = foedselsdato,
            Foedselsaar = foedselsaar ?? throw Wirelesing.Mangler("foedselsaar"),
            Foedested = foedested,
            FoedekommuneINorge = foedekommuneINorge,
            Foedeland = foedeland,
        };
    }
}

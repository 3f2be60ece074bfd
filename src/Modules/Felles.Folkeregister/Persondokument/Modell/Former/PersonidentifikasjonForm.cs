using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class PersonidentifikasjonForm
{
    public static void Skriv(Wireskriver ut, Personidentifikasjon v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Tekst("\"identifikasjonsnummer\":"u8, v.Identifikasjonsnummer);
        ut.Tekst("\"identifikasjonsnummertype\":"u8, v.Identifikasjonsnummertype);
        ut.Tekst("\"utstederland\":"u8, v.Utstederland);
        ut.Slutt();
    }

    public static Personidentifikasjon Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        string? identifikasjonsnummer = null;
        string? identifikasjonsnummertype = null;
        string? utstederland = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("identifikasjonsnummer"u8))
                identifikasjonsnummer = inn.LesTekst();
            else if (inn.ValueTextEquals("identifikasjonsnummertype"u8))
                identifikasjonsnummertype = inn.LesTekst();
            else if (inn.ValueTextEquals("utstederland"u8))
                utstederland = inn.LesTekst();
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
            Identifikasjonsnummer = identifikasjonsnummer ?? throw Wirelesing.Mangler("identifikasjonsnummer"),
            Identifikasjonsnummertype = identifikasjonsnummertype ?? throw Wirelesing.Mangler("identifikasjonsnummertype"),
            Utstederland = utstederland ?? throw Wirelesing.Mangler("utstederland"),
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class IdentifikasjonsnummerForm
{
    public static void Skriv(Wireskriver ut, Identifikasjonsnummer v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"status\":"u8, v.Status);
        ut.Identifikator("\"foedselsEllerDNummer\":"u8, v.FoedselsEllerDNummer);
        ut.Kode("\"identifikatortype\":"u8, v.Identifikatortype);
        ut.Slutt();
    }

    public static Identifikasjonsnummer Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Identifikatorstatuskode? status = null;
        Folkeregisteridentifikator? foedselsEllerDNummer = null;
        Folkeregisteridentifikatortype? identifikatortype = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("status"u8))
                status = inn.LesKode<Identifikatorstatuskode>();
            else if (inn.ValueTextEquals("foedselsEllerDNummer"u8))
                foedselsEllerDNummer = inn.LesIdentifikator();
            else if (inn.ValueTextEquals("identifikatortype"u8))
                identifikatortype = inn.LesKode<Folkeregisteridentifikatortype>();
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
            Status = status ?? throw Wirelesing.Mangler("status"),
            FoedselsEllerDNummer = foedselsEllerDNummer ?? throw Wirelesing.Mangler("foedselsEllerDNummer"),
            Identifikatortype = identifikatortype ?? throw Wirelesing.Mangler("identifikatortype"),
        };
    }
}

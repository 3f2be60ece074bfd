using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class InnflyttingTilNorgeForm
{
    public static void Skriv(Wireskriver ut, InnflyttingTilNorge v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Tekst("\"fraflyttingsland\":"u8, v.Fraflyttingsland);
        ut.Tekst("\"fraflyttingsstedIUtlandet\":"u8, v.FraflyttingsstedIUtlandet);
        ut.Slutt();
    }

    public static InnflyttingTilNorge Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        string? fraflyttingsland = null;
        string? fraflyttingsstedIUtlandet = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("fraflyttingsland"u8))
                fraflyttingsland = inn.LesTekst();
            else if (inn.ValueTextEquals("fraflyttingsstedIUtlandet"u8))
                fraflyttingsstedIUtlandet = inn.LesTekst();
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
            Fraflyttingsland = fraflyttingsland,
            FraflyttingsstedIUtlandet = fraflyttingsstedIUtlandet,
        };
    }
}

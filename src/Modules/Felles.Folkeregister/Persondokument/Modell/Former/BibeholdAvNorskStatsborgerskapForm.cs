using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class BibeholdAvNorskStatsborgerskapForm
{
    public static void Skriv(Wireskriver ut, BibeholdAvNorskStatsborgerskap v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"bibeholdstatus\":"u8, v.Bibeholdstatus);
        ut.Dato("\"datoForBibehold\":"u8, v.DatoForBibehold);
        ut.Slutt();
    }

    public static BibeholdAvNorskStatsborgerskap Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Bibehold? bibeholdstatus = null;
        DateOnly? datoForBibehold = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("bibeholdstatus"u8))
                bibeholdstatus = inn.LesKode<Bibehold>();
            else if (inn.ValueTextEquals("datoForBibehold"u8))
                datoForBibehold = inn.LesDato();
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
            Bibeholdstatus = bibeholdstatus ?? throw Wirelesing.Mangler("bibeholdstatus"),
            DatoForBibehold = datoForBibehold,
        };
    }
}

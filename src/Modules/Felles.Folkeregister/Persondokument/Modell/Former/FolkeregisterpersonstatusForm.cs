using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class FolkeregisterpersonstatusForm
{
    public static void Skriv(Wireskriver ut, Folkeregisterpersonstatus v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"status\":"u8, v.Status);
        ut.Slutt();
    }

    public static Folkeregisterpersonstatus Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Personstatus? status = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("status"u8))
                status = inn.LesKode<Personstatus>();
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
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class RettsligHandleevneForm
{
    public static void Skriv(Wireskriver ut, RettsligHandleevne v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Tekst("\"rettsligHandleevneomfang\":"u8, v.RettsligHandleevneomfang);
        ut.Slutt();
    }

    public static RettsligHandleevne Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        string? rettsligHandleevneomfang = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("rettsligHandleevneomfang"u8))
                rettsligHandleevneomfang = inn.LesTekst();
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
            RettsligHandleevneomfang = rettsligHandleevneomfang,
        };
    }
}

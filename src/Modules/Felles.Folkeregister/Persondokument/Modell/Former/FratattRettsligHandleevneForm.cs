using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class FratattRettsligHandleevneForm
{
    public static void Skriv(Wireskriver ut, FratattRettsligHandleevne v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Slutt();
    }

    public static FratattRettsligHandleevne Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
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
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class PersonkjoennForm
{
    public static void Skriv(Wireskriver ut, Personkjoenn v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"kjoenn\":"u8, v.Kjoenn);
        ut.Slutt();
    }

    public static Personkjoenn Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Kjoenn? kjoenn = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("kjoenn"u8))
                kjoenn = inn.LesKode<Kjoenn>();
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
            Kjoenn = kjoenn ?? throw Wirelesing.Mangler("kjoenn"),
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class SamiskSpraakForm
{
    public static void Skriv(Wireskriver ut, SamiskSpraak v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Koder("\"spraak\":["u8, v.Spraak);
        ut.Slutt();
    }

    public static SamiskSpraak Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Liste<SamiskSpraakType> spraak = default;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("spraak"u8))
                spraak = inn.LesKoder<SamiskSpraakType>();
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
            Spraak = spraak,
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class StatsborgerskapForm
{
    public static void Skriv(Wireskriver ut, Statsborgerskap v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Tekst("\"statsborgerskap\":"u8, v.Land);
        ut.Dato("\"ervervsdato\":"u8, v.Ervervsdato);
        ut.Slutt();
    }

    public static Statsborgerskap Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        string? statsborgerskap = null;
        DateOnly? ervervsdato = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("statsborgerskap"u8))
                statsborgerskap = inn.LesTekst();
            else if (inn.ValueTextEquals("ervervsdato"u8))
                ervervsdato = inn.LesDato();
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
            Land = statsborgerskap ?? throw Wirelesing.Mangler("statsborgerskap"),
            Ervervsdato = ervervsdato,
        };
    }
}

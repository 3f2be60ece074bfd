using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class SametingetsValgmanntallForm
{
    public static void Skriv(Wireskriver ut, SametingetsValgmanntall v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"forhold\":"u8, v.Forhold);
        ut.Dato("\"vedtaksdato\":"u8, v.Vedtaksdato);
        ut.Slutt();
    }

    public static SametingetsValgmanntall Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        ForholdTilSametingetsValgmanntall? forhold = null;
        DateOnly? vedtaksdato = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("forhold"u8))
                forhold = inn.LesKode<ForholdTilSametingetsValgmanntall>();
            else if (inn.ValueTextEquals("vedtaksdato"u8))
                vedtaksdato = inn.LesDato();
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
            Forhold = forhold ?? throw Wirelesing.Mangler("forhold"),
            Vedtaksdato = vedtaksdato ?? throw Wirelesing.Mangler("vedtaksdato"),
        };
    }
}

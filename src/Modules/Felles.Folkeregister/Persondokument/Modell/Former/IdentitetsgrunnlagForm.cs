using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class IdentitetsgrunnlagForm
{
    public static void Skriv(Wireskriver ut, Identitetsgrunnlag v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"identitetsgrunnlagstatus\":"u8, v.Identitetsgrunnlagstatus);
        ut.Slutt();
    }

    public static Identitetsgrunnlag Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Identitetsgrunnlagstatus? identitetsgrunnlagstatus = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("identitetsgrunnlagstatus"u8))
                identitetsgrunnlagstatus = inn.LesKode<Identitetsgrunnlagstatus>();
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
            Identitetsgrunnlagstatus = identitetsgrunnlagstatus ?? throw Wirelesing.Mangler("identitetsgrunnlagstatus"),
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class FalskIdentitetForm
{
    public static void Skriv(Wireskriver ut, FalskIdentitet v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        if (v.RettIdentitetVedOpplysninger is { } rettIdentitetVedOpplysninger)
        {
            ut.Navn("\"rettIdentitetVedOpplysninger\":"u8);
            IdentifiserendeInformasjonForm.Skriv(ut, rettIdentitetVedOpplysninger);
        }

        ut.Boolsk("\"rettIdentitetErUkjent\":"u8, v.RettIdentitetErUkjent);
        ut.Identifikator("\"rettIdentitetVedIdentifikasjonsnummer\":"u8, v.RettIdentitetVedIdentifikasjonsnummer);
        ut.Boolsk("\"erFalsk\":"u8, v.ErFalsk);
        ut.Slutt();
    }

    public static FalskIdentitet Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        IdentifiserendeInformasjon? rettIdentitetVedOpplysninger = null;
        bool? rettIdentitetErUkjent = null;
        Folkeregisteridentifikator? rettIdentitetVedIdentifikasjonsnummer = null;
        bool? erFalsk = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("rettIdentitetVedOpplysninger"u8))
                rettIdentitetVedOpplysninger = inn.LesObjekt(IdentifiserendeInformasjonForm.Les);
            else if (inn.ValueTextEquals("rettIdentitetErUkjent"u8))
                rettIdentitetErUkjent = inn.LesBoolsk();
            else if (inn.ValueTextEquals("rettIdentitetVedIdentifikasjonsnummer"u8))
                rettIdentitetVedIdentifikasjonsnummer = inn.LesIdentifikator();
            else if (inn.ValueTextEquals("erFalsk"u8))
                erFalsk = inn.LesBoolsk();
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
            RettIdentitetVedOpplysninger = rettIdentitetVedOpplysninger,
            RettIdentitetErUkjent = rettIdentitetErUkjent,
            RettIdentitetVedIdentifikasjonsnummer = rettIdentitetVedIdentifikasjonsnummer,
            ErFalsk = erFalsk ?? throw Wirelesing.Mangler("erFalsk"),
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class KontaktadresseIUtlandetForm
{
    public static void Skriv(Wireskriver ut, KontaktadresseIUtlandet v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Gradering("\"adressegradering\":"u8, v.Adressegradering);
        if (v.UtenlandskAdresse is { } utenlandskAdresse)
        {
            ut.Navn("\"utenlandskAdresse\":"u8);
            InternasjonalAdresseForm.Skriv(ut, utenlandskAdresse);
        }

        if (v.UtenlandskAdresseIFrittFormat is { } utenlandskAdresseIFrittFormat)
        {
            ut.Navn("\"utenlandskAdresseIFrittFormat\":"u8);
            InternasjonalAdresseIFrittFormatForm.Skriv(ut, utenlandskAdresseIFrittFormat);
        }

        ut.Slutt();
    }

    public static KontaktadresseIUtlandet Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Adressegradering? adressegradering = null;
        InternasjonalAdresse? utenlandskAdresse = null;
        InternasjonalAdresseIFrittFormat? utenlandskAdresseIFrittFormat = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("adressegradering"u8))
                adressegradering = inn.LesKode<Adressegradering>();
            else if (inn.ValueTextEquals("utenlandskAdresse"u8))
                utenlandskAdresse = inn.LesObjekt(InternasjonalAdresseForm.Les);
            else if (inn.ValueTextEquals("utenlandskAdresseIFrittFormat"u8))
                utenlandskAdresseIFrittFormat = inn.LesObjekt(InternasjonalAdresseIFrittFormatForm.Les);
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
            Adressegradering = adressegradering ?? throw Wirelesing.Mangler("adressegradering"),
            UtenlandskAdresse = utenlandskAdresse,
            UtenlandskAdresseIFrittFormat = utenlandskAdresseIFrittFormat,
        };
    }
}

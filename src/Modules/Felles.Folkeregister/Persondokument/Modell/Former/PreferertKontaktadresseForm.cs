using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class PreferertKontaktadresseForm
{
    public static void Skriv(Wireskriver ut, PreferertKontaktadresse v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"valg\":"u8, v.Valg);
        ut.Gradering("\"adressegradering\":"u8, v.Adressegradering);
        if (v.KontaktadresseIFrittFormat is { } kontaktadresseIFrittFormat)
        {
            ut.Navn("\"kontaktadresseIFrittFormat\":"u8);
            AdresseIFrittFormatForm.Skriv(ut, kontaktadresseIFrittFormat);
        }

        ut.Slutt();
    }

    public static PreferertKontaktadresse Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Adressetype? valg = null;
        Adressegradering? adressegradering = null;
        AdresseIFrittFormat? kontaktadresseIFrittFormat = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("valg"u8))
                valg = inn.LesKode<Adressetype>();
            else if (inn.ValueTextEquals("adressegradering"u8))
                adressegradering = inn.LesKode<Adressegradering>();
            else if (inn.ValueTextEquals("kontaktadresseIFrittFormat"u8))
                kontaktadresseIFrittFormat = inn.LesObjekt(AdresseIFrittFormatForm.Les);
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
            Valg = valg ?? throw Wirelesing.Mangler("valg"),
            Adressegradering = adressegradering,
            KontaktadresseIFrittFormat = kontaktadresseIFrittFormat,
        };
    }
}

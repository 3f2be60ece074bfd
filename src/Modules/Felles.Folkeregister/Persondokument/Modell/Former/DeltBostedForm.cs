using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class DeltBostedForm
{
    public static void Skriv(Wireskriver ut, DeltBosted v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        if (v.Vegadresse is { } vegadresse)
        {
            ut.Navn("\"vegadresse\":"u8);
            VegadresseForm.Skriv(ut, vegadresse);
        }

        if (v.Matrikkeladresse is { } matrikkeladresse)
        {
            ut.Navn("\"matrikkeladresse\":"u8);
            MatrikkeladresseForm.Skriv(ut, matrikkeladresse);
        }

        if (v.UkjentBosted is { } ukjentBosted)
        {
            ut.Navn("\"ukjentBosted\":"u8);
            UkjentBostedForm.Skriv(ut, ukjentBosted);
        }

        ut.Dato("\"startdatoForKontrakt\":"u8, v.StartdatoForKontrakt);
        ut.Dato("\"sluttdatoForKontrakt\":"u8, v.SluttdatoForKontrakt);
        ut.Tekst("\"adresseIdentifikatorFraMatrikkelen\":"u8, v.AdresseIdentifikatorFraMatrikkelen);
        ut.Tekst("\"naerAdresseIdentifikatorFraMatrikkelen\":"u8, v.NaerAdresseIdentifikatorFraMatrikkelen);
        ut.Gradering("\"adressegradering\":"u8, v.Adressegradering);
        ut.Slutt();
    }

    public static DeltBosted Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Vegadresse? vegadresse = null;
        Matrikkeladresse? matrikkeladresse = null;
        UkjentBosted? ukjentBosted = null;
        DateOnly? startdatoForKontrakt = null;
        DateOnly? sluttdatoForKontrakt = null;
        string? adresseIdentifikatorFraMatrikkelen = null;
        string? naerAdresseIdentifikatorFraMatrikkelen = null;
        Adressegradering? adressegradering = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("vegadresse"u8))
                vegadresse = inn.LesObjekt(VegadresseForm.Les);
            else if (inn.ValueTextEquals("matrikkeladresse"u8))
                matrikkeladresse = inn.LesObjekt(MatrikkeladresseForm.Les);
            else if (inn.ValueTextEquals("ukjentBosted"u8))
                ukjentBosted = inn.LesObjekt(UkjentBostedForm.Les);
            else if (inn.ValueTextEquals("startdatoForKontrakt"u8))
                startdatoForKontrakt = inn.LesDato();
            else if (inn.ValueTextEquals("sluttdatoForKontrakt"u8))
                sluttdatoForKontrakt = inn.LesDato();
            else if (inn.ValueTextEquals("adresseIdentifikatorFraMatrikkelen"u8))
                adresseIdentifikatorFraMatrikkelen = inn.LesTekst();
            else if (inn.ValueTextEquals("naerAdresseIdentifikatorFraMatrikkelen"u8))
                naerAdresseIdentifikatorFraMatrikkelen = inn.LesTekst();
            else if (inn.ValueTextEquals("adressegradering"u8))
                adressegradering = inn.LesKode<Adressegradering>();
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
            Vegadresse = vegadresse,
            Matrikkeladresse = matrikkeladresse,
            UkjentBosted = ukjentBosted,
            StartdatoForKontrakt = startdatoForKontrakt ?? throw Wirelesing.Mangler("startdatoForKontrakt"),
            SluttdatoForKontrakt = sluttdatoForKontrakt,
            AdresseIdentifikatorFraMatrikkelen = adresseIdentifikatorFraMatrikkelen,
            NaerAdresseIdentifikatorFraMatrikkelen = naerAdresseIdentifikatorFraMatrikkelen,
            Adressegradering = adressegradering ?? throw Wirelesing.Mangler("adressegradering"),
        };
    }
}

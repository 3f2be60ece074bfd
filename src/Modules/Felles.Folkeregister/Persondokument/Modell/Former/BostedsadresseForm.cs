using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class BostedsadresseForm
{
    public static void Skriv(Wireskriver ut, Bostedsadresse v)
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

        ut.Tekst("\"adresseIdentifikatorFraMatrikkelen\":"u8, v.AdresseIdentifikatorFraMatrikkelen);
        ut.Tekst("\"naerAdresseIdentifikatorFraMatrikkelen\":"u8, v.NaerAdresseIdentifikatorFraMatrikkelen);
        ut.Gradering("\"adressegradering\":"u8, v.Adressegradering);
        ut.Dato("\"flyttedato\":"u8, v.Flyttedato);
        ut.Heltall("\"grunnkrets\":"u8, v.Grunnkrets);
        ut.Heltall("\"stemmekrets\":"u8, v.Stemmekrets);
        ut.Heltall("\"skolekrets\":"u8, v.Skolekrets);
        ut.Heltall("\"kirkekrets\":"u8, v.Kirkekrets);
        ut.Slutt();
    }

    public static Bostedsadresse Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Vegadresse? vegadresse = null;
        Matrikkeladresse? matrikkeladresse = null;
        UkjentBosted? ukjentBosted = null;
        string? adresseIdentifikatorFraMatrikkelen = null;
        string? naerAdresseIdentifikatorFraMatrikkelen = null;
        Adressegradering? adressegradering = null;
        DateOnly? flyttedato = null;
        int? grunnkrets = null;
        int? stemmekrets = null;
        int? skolekrets = null;
        int? kirkekrets = null;
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
            else if (inn.ValueTextEquals("adresseIdentifikatorFraMatrikkelen"u8))
                adresseIdentifikatorFraMatrikkelen = inn.LesTekst();
            else if (inn.ValueTextEquals("naerAdresseIdentifikatorFraMatrikkelen"u8))
                naerAdresseIdentifikatorFraMatrikkelen = inn.LesTekst();
            else if (inn.ValueTextEquals("adressegradering"u8))
                adressegradering = inn.LesKode<Adressegradering>();
            else if (inn.ValueTextEquals("flyttedato"u8))
                flyttedato = inn.LesDato();
            else if (inn.ValueTextEquals("grunnkrets"u8))
                grunnkrets = inn.LesHeltall();
            else if (inn.ValueTextEquals("stemmekrets"u8))
                stemmekrets = inn.LesHeltall();
            else if (inn.ValueTextEquals("skolekrets"u8))
                skolekrets = inn.LesHeltall();
            else if (inn.ValueTextEquals("kirkekrets"u8))
                kirkekrets = inn.LesHeltall();
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
            AdresseIdentifikatorFraMatrikkelen = adresseIdentifikatorFraMatrikkelen,
            NaerAdresseIdentifikatorFraMatrikkelen = naerAdresseIdentifikatorFraMatrikkelen,
            Adressegradering = adressegradering ?? throw Wirelesing.Mangler("adressegradering"),
            Flyttedato = flyttedato,
            Grunnkrets = grunnkrets,
            Stemmekrets = stemmekrets,
            Skolekrets = skolekrets,
            Kirkekrets = kirkekrets,
        };
    }
}

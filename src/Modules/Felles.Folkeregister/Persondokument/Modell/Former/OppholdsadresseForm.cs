using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class OppholdsadresseForm
{
    public static void Skriv(Wireskriver ut, Oppholdsadresse v)
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

        if (v.UtenlandskAdresse is { } utenlandskAdresse)
        {
            ut.Navn("\"utenlandskAdresse\":"u8);
            InternasjonalAdresseForm.Skriv(ut, utenlandskAdresse);
        }

        ut.Boolsk("\"adressenErUkjent\":"u8, v.AdressenErUkjent);
        ut.Tekst("\"adresseIdentifikatorFraMatrikkelen\":"u8, v.AdresseIdentifikatorFraMatrikkelen);
        ut.Gradering("\"adressegradering\":"u8, v.Adressegradering);
        ut.Dato("\"oppholdsadressedato\":"u8, v.Oppholdsadressedato);
        ut.Kode("\"oppholdAnnetSted\":"u8, v.OppholdAnnetSted);
        ut.Slutt();
    }

    public static Oppholdsadresse Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Vegadresse? vegadresse = null;
        Matrikkeladresse? matrikkeladresse = null;
        InternasjonalAdresse? utenlandskAdresse = null;
        bool? adressenErUkjent = null;
        string? adresseIdentifikatorFraMatrikkelen = null;
        Adressegradering? adressegradering = null;
        DateOnly? oppholdsadressedato = null;
        OppholdAnnetSted? oppholdAnnetSted = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("vegadresse"u8))
                vegadresse = inn.LesObjekt(VegadresseForm.Les);
            else if (inn.ValueTextEquals("matrikkeladresse"u8))
                matrikkeladresse = inn.LesObjekt(MatrikkeladresseForm.Les);
            else if (inn.ValueTextEquals("utenlandskAdresse"u8))
                utenlandskAdresse = inn.LesObjekt(InternasjonalAdresseForm.Les);
            else if (inn.ValueTextEquals("adressenErUkjent"u8))
                adressenErUkjent = inn.LesBoolsk();
            else if (inn.ValueTextEquals("adresseIdentifikatorFraMatrikkelen"u8))
                adresseIdentifikatorFraMatrikkelen = inn.LesTekst();
            else if (inn.ValueTextEquals("adressegradering"u8))
                adressegradering = inn.LesKode<Adressegradering>();
            else if (inn.ValueTextEquals("oppholdsadressedato"u8))
                oppholdsadressedato = inn.LesDato();
            else if (inn.ValueTextEquals("oppholdAnnetSted"u8))
                oppholdAnnetSted = inn.LesKode<OppholdAnnetSted>();
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
            UtenlandskAdresse = utenlandskAdresse,
            AdressenErUkjent = adressenErUkjent,
            AdresseIdentifikatorFraMatrikkelen = adresseIdentifikatorFraMatrikkelen,
            Adressegradering = adressegradering ?? throw Wirelesing.Mangler("adressegradering"),
            Oppholdsadressedato = oppholdsadressedato,
            OppholdAnnetSted = oppholdAnnetSted,
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class KontaktadresseForm
{
    public static void Skriv(Wireskriver ut, Kontaktadresse v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Gradering("\"adressegradering\":"u8, v.Adressegradering);
        if (v.Postboksadresse is { } postboksadresse)
        {
            ut.Navn("\"postboksadresse\":"u8);
            PostboksadresseForm.Skriv(ut, postboksadresse);
        }

        if (v.Vegadresse is { } vegadresse)
        {
            ut.Navn("\"vegadresse\":"u8);
            VegadresseForPostForm.Skriv(ut, vegadresse);
        }

        if (v.PostadresseIFrittFormat is { } postadresseIFrittFormat)
        {
            ut.Navn("\"postadresseIFrittFormat\":"u8);
            PostadresseIFrittFormatForm.Skriv(ut, postadresseIFrittFormat);
        }

        ut.Tekst("\"adresseIdentifikatorFraMatrikkelen\":"u8, v.AdresseIdentifikatorFraMatrikkelen);
        ut.Slutt();
    }

    public static Kontaktadresse Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Adressegradering? adressegradering = null;
        Postboksadresse? postboksadresse = null;
        VegadresseForPost? vegadresse = null;
        PostadresseIFrittFormat? postadresseIFrittFormat = null;
        string? adresseIdentifikatorFraMatrikkelen = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("adressegradering"u8))
                adressegradering = inn.LesKode<Adressegradering>();
            else if (inn.ValueTextEquals("postboksadresse"u8))
                postboksadresse = inn.LesObjekt(PostboksadresseForm.Les);
            else if (inn.ValueTextEquals("vegadresse"u8))
                vegadresse = inn.LesObjekt(VegadresseForPostForm.Les);
            else if (inn.ValueTextEquals("postadresseIFrittFormat"u8))
                postadresseIFrittFormat = inn.LesObjekt(PostadresseIFrittFormatForm.Les);
            else if (inn.ValueTextEquals("adresseIdentifikatorFraMatrikkelen"u8))
                adresseIdentifikatorFraMatrikkelen = inn.LesTekst();
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
            Postboksadresse = postboksadresse,
            Vegadresse = vegadresse,
            PostadresseIFrittFormat = postadresseIFrittFormat,
            AdresseIdentifikatorFraMatrikkelen = adresseIdentifikatorFraMatrikkelen,
        };
    }
}

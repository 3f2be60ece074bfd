using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class VergemaalRepresentasjonEllerFremtidsfullmaktForm
{
    public static void Skriv(Wireskriver ut, VergemaalRepresentasjonEllerFremtidsfullmakt v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"vergemaaltype\":"u8, v.Vergemaaltype);
        ut.Tekst("\"embete\":"u8, v.Embete);
        ut.Navn("\"verge\":"u8);
        VergeRepresentantEllerFullmektigForm.Skriv(ut, v.Verge);
        ut.Slutt();
    }

    public static VergemaalRepresentasjonEllerFremtidsfullmakt Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Vergemaaltype? vergemaaltype = null;
        string? embete = null;
        VergeRepresentantEllerFullmektig? verge = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("vergemaaltype"u8))
                vergemaaltype = inn.LesKode<Vergemaaltype>();
            else if (inn.ValueTextEquals("embete"u8))
                embete = inn.LesTekst();
            else if (inn.ValueTextEquals("verge"u8))
                verge = inn.LesObjekt(VergeRepresentantEllerFullmektigForm.Les);
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
            Vergemaaltype = vergemaaltype,
            Embete = embete,
            Verge = verge ?? throw Wirelesing.Mangler("verge"),
        };
    }
}

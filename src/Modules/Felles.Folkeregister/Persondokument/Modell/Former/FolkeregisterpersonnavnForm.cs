using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class FolkeregisterpersonnavnForm
{
    public static void Skriv(Wireskriver ut, Folkeregisterpersonnavn v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Tekst("\"fornavn\":"u8, v.Fornavn);
        ut.Tekst("\"mellomnavn\":"u8, v.Mellomnavn);
        ut.Tekst("\"etternavn\":"u8, v.Etternavn);
        ut.Tekst("\"forkortetNavn\":"u8, v.ForkortetNavn);
        if (v.OriginaltNavn is { } originaltNavn)
        {
            ut.Navn("\"originaltNavn\":"u8);
            PersonnavnForm.Skriv(ut, originaltNavn);
        }

        ut.Slutt();
    }

    public static Folkeregisterpersonnavn Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        string? fornavn = null;
        string? mellomnavn = null;
        string? etternavn = null;
        string? forkortetNavn = null;
        Personnavn? originaltNavn = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("fornavn"u8))
                fornavn = inn.LesTekst();
            else if (inn.ValueTextEquals("mellomnavn"u8))
                mellomnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("etternavn"u8))
                etternavn = inn.LesTekst();
            else if (inn.ValueTextEquals("forkortetNavn"u8))
                forkortetNavn = inn.LesTekst();
            else if (inn.ValueTextEquals("originaltNavn"u8))
                originaltNavn = inn.LesObjekt(PersonnavnForm.Les);
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
            Fornavn = fornavn ?? throw Wirelesing.Mangler("fornavn"),
            Mellomnavn = mellomnavn,
            Etternavn = etternavn ?? throw Wirelesing.Mangler("etternavn"),
            ForkortetNavn = forkortetNavn,
            OriginaltNavn = originaltNavn,
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class IdentifikasjonsdokumentForm
{
    public static void Skriv(Wireskriver ut, Identifikasjonsdokument v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Tekst("\"identifikasjonsdokumentnummer\":"u8, v.Identifikasjonsdokumentnummer);
        ut.Tekst("\"identifikasjonsdokumenttype\":"u8, v.Identifikasjonsdokumenttype);
        ut.Tekst("\"utstederland\":"u8, v.Utstederland);
        ut.Tekst("\"utstedernavn\":"u8, v.Utstedernavn);
        ut.Dato("\"gyldigFra\":"u8, v.GyldigFra);
        ut.Dato("\"gyldigTil\":"u8, v.GyldigTil);
        if (v.Dokumentkontroll is { } dokumentkontroll)
        {
            ut.Navn("\"dokumentkontroll\":"u8);
            TekniskDokumentkontrollForm.Skriv(ut, dokumentkontroll);
        }

        ut.Slutt();
    }

    public static Identifikasjonsdokument Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        string? identifikasjonsdokumentnummer = null;
        string? identifikasjonsdokumenttype = null;
        string? utstederland = null;
        string? utstedernavn = null;
        DateOnly? gyldigFra = null;
        DateOnly? gyldigTil = null;
        TekniskDokumentkontroll? dokumentkontroll = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("identifikasjonsdokumentnummer"u8))
                identifikasjonsdokumentnummer = inn.LesTekst();
            else if (inn.ValueTextEquals("identifikasjonsdokumenttype"u8))
                identifikasjonsdokumenttype = inn.LesTekst();
            else if (inn.ValueTextEquals("utstederland"u8))
                utstederland = inn.LesTekst();
            else if (inn.ValueTextEquals("utstedernavn"u8))
                utstedernavn = inn.LesTekst();
            else if (inn.ValueTextEquals("gyldigFra"u8))
                gyldigFra = inn.LesDato();
            else if (inn.ValueTextEquals("gyldigTil"u8))
                gyldigTil = inn.LesDato();
            else if (inn.ValueTextEquals("dokumentkontroll"u8))
                dokumentkontroll = inn.LesObjekt(TekniskDokumentkontrollForm.Les);
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
            Identifikasjonsdokumentnummer = identifikasjonsdokumentnummer,
            Identifikasjonsdokumenttype = identifikasjonsdokumenttype ?? throw Wirelesing.Mangler("identifikasjonsdokumenttype"),
            Utstederland = utstederland ?? throw Wirelesing.Mangler("utstederland"),
            Utstedernavn = utstedernavn,
            GyldigFra = gyldigFra,
            GyldigTil = gyldigTil,
            Dokumentkontroll = dokumentkontroll,
        };
    }
}

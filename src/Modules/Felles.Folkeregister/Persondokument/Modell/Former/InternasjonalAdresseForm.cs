using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class InternasjonalAdresseForm
{
    public static void Skriv(Wireskriver ut, InternasjonalAdresse v)
    {
        ut.Start();
        ut.Tekst("\"coAdressenavn\":"u8, v.CoAdressenavn);
        ut.Tekst("\"adressenavn\":"u8, v.Adressenavn);
        ut.Tekst("\"bygning\":"u8, v.Bygning);
        ut.Tekst("\"etasjenummer\":"u8, v.Etasjenummer);
        ut.Tekst("\"boenhet\":"u8, v.Boenhet);
        ut.Tekst("\"postboks\":"u8, v.Postboks);
        ut.Tekst("\"postkode\":"u8, v.Postkode);
        ut.Tekst("\"byEllerStedsnavn\":"u8, v.ByEllerStedsnavn);
        ut.Tekst("\"distriktsnavn\":"u8, v.Distriktsnavn);
        ut.Tekst("\"region\":"u8, v.Region);
        ut.Tekst("\"landkode\":"u8, v.Landkode);
        ut.Slutt();
    }

    public static InternasjonalAdresse Les(ref Utf8JsonReader inn)
    {
        string? coAdressenavn = null;
        string? adressenavn = null;
        string? bygning = null;
        string? etasjenummer = null;
        string? boenhet = null;
        string? postboks = null;
        string? postkode = null;
        string? byEllerStedsnavn = null;
        string? distriktsnavn = null;
        string? region = null;
        string? landkode = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("coAdressenavn"u8))
                coAdressenavn = inn.LesTekst();
            else if (inn.ValueTextEquals("adressenavn"u8))
                adressenavn = inn.LesTekst();
            else if (inn.ValueTextEquals("bygning"u8))
                bygning = inn.LesTekst();
            else if (inn.ValueTextEquals("etasjenummer"u8))
                etasjenummer = inn.LesTekst();
            else if (inn.ValueTextEquals("boenhet"u8))
                boenhet = inn.LesTekst();
            else if (inn.ValueTextEquals("postboks"u8))
                postboks = inn.LesTekst();
            else if (inn.ValueTextEquals("postkode"u8))
                postkode = inn.LesTekst();
            else if (inn.ValueTextEquals("byEllerStedsnavn"u8))
                byEllerStedsnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("distriktsnavn"u8))
                distriktsnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("region"u8))
                region = inn.LesTekst();
            else if (inn.ValueTextEquals("landkode"u8))
                landkode = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            CoAdressenavn = coAdressenavn,
            Adressenavn = adressenavn,
            Bygning = bygning,
            Etasjenummer = etasjenummer,
            Boenhet = boenhet,
            Postboks = postboks,
            Postkode = postkode,
            ByEllerStedsnavn = byEllerStedsnavn,
            Distriktsnavn = distriktsnavn,
            Region = region,
            Landkode = landkode ?? throw Wirelesing.Mangler("landkode"),
        };
    }
}

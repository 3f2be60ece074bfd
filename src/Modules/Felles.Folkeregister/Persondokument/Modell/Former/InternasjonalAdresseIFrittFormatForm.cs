using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class InternasjonalAdresseIFrittFormatForm
{
    public static void Skriv(Wireskriver ut, InternasjonalAdresseIFrittFormat v)
    {
        ut.Start();
        ut.Tekster("\"adresselinje\":["u8, v.Adresselinje);
        ut.Tekst("\"postkode\":"u8, v.Postkode);
        ut.Tekst("\"byEllerStedsnavn\":"u8, v.ByEllerStedsnavn);
        ut.Tekst("\"landkode\":"u8, v.Landkode);
        ut.Slutt();
    }

    public static InternasjonalAdresseIFrittFormat Les(ref Utf8JsonReader inn)
    {
        Liste<string> adresselinje = default;
        string? postkode = null;
        string? byEllerStedsnavn = null;
        string? landkode = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("adresselinje"u8))
                adresselinje = inn.LesTekster();
            else if (inn.ValueTextEquals("postkode"u8))
                postkode = inn.LesTekst();
            else if (inn.ValueTextEquals("byEllerStedsnavn"u8))
                byEllerStedsnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("landkode"u8))
                landkode = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            Adresselinje = adresselinje,
            Postkode = postkode,
            ByEllerStedsnavn = byEllerStedsnavn,
            Landkode = landkode,
        };
    }
}

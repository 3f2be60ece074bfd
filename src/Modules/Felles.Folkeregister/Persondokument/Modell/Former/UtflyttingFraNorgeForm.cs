using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class UtflyttingFraNorgeForm
{
    public static void Skriv(Wireskriver ut, UtflyttingFraNorge v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Tekst("\"tilflyttingsland\":"u8, v.Tilflyttingsland);
        ut.Tekst("\"tilflyttingsstedIUtlandet\":"u8, v.TilflyttingsstedIUtlandet);
        ut.Dato("\"utflyttingsdato\":"u8, v.Utflyttingsdato);
        ut.Slutt();
    }

    public static UtflyttingFraNorge Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        string? tilflyttingsland = null;
        string? tilflyttingsstedIUtlandet = null;
        DateOnly? utflyttingsdato = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("tilflyttingsland"u8))
                tilflyttingsland = inn.LesTekst();
            else if (inn.ValueTextEquals("tilflyttingsstedIUtlandet"u8))
                tilflyttingsstedIUtlandet = inn.LesTekst();
            else if (inn.ValueTextEquals("utflyttingsdato"u8))
                utflyttingsdato = inn.LesDato();
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
            Tilflyttingsland = tilflyttingsland,
            TilflyttingsstedIUtlandet = tilflyttingsstedIUtlandet,
            Utflyttingsdato = utflyttingsdato,
        };
    }
}

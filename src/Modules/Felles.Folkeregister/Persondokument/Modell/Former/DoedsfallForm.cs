using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class DoedsfallForm
{
    public static void Skriv(Wireskriver ut, Doedsfall v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Dato("\"doedsdato\":"u8, v.Doedsdato);
        ut.Slutt();
    }

    public static Doedsfall Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        DateOnly? doedsdato = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("doedsdato"u8))
                doedsdato = inn.LesDato();
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
            Doedsdato = doedsdato,
        };
    }
}

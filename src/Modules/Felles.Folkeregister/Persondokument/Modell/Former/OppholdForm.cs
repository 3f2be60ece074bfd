using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class OppholdForm
{
    public static void Skriv(Wireskriver ut, Opphold v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Kode("\"oppholdstillatelse\":"u8, v.Oppholdstillatelse);
        ut.Dato("\"oppholdFra\":"u8, v.OppholdFra);
        ut.Dato("\"oppholdTil\":"u8, v.OppholdTil);
        ut.Slutt();
    }

    public static Opphold Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        Oppholdstillatelsetype? oppholdstillatelse = null;
        DateOnly? oppholdFra = null;
        DateOnly? oppholdTil = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("oppholdstillatelse"u8))
                oppholdstillatelse = inn.LesKode<Oppholdstillatelsetype>();
            else if (inn.ValueTextEquals("oppholdFra"u8))
                oppholdFra = inn.LesDato();
            else if (inn.ValueTextEquals("oppholdTil"u8))
                oppholdTil = inn.LesDato();
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
            Oppholdstillatelse = oppholdstillatelse ?? throw Wirelesing.Mangler("oppholdstillatelse"),
            OppholdFra = oppholdFra,
            OppholdTil = oppholdTil,
        };
    }
}

using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class FoedselINorgeForm
{
    public static void Skriv(Wireskriver ut, FoedselINorge v)
    {
        ut.Start();
        OpplysningForm.Skriv(ut, v);
        ut.Tekst("\"foedselsinstitusjonsnavn\":"u8, v.Foedselsinstitusjonsnavn);
        ut.Heltall("\"rekkefoelgenummer\":"u8, v.Rekkefoelgenummer);
        ut.Slutt();
    }

    public static FoedselINorge Les(ref Utf8JsonReader inn)
    {
        var om = default(Opplysningsdel);
        string? foedselsinstitusjonsnavn = null;
        int? rekkefoelgenummer = null;
        while (inn.NesteMedlem())
        {
            if (om.Les(ref inn))
                continue;
            if (inn.ValueTextEquals("foedselsinstitusjonsnavn"u8))
                foedselsinstitusjonsnavn = inn.LesTekst();
            else if (inn.ValueTextEquals("rekkefoelgenummer"u8))
                rekkefoelgenummer = inn.LesHeltall();
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
            Foedselsinstitusjonsnavn = foedselsinstitusjonsnavn,
            Rekkefoelgenummer = rekkefoelgenummer,
        };
    }
}

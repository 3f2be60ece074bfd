using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class TekniskDokumentkontrollForm
{
    public static void Skriv(Wireskriver ut, TekniskDokumentkontroll v)
    {
        ut.Start();
        ut.Tekst("\"dokumentkontrollstatus\":"u8, v.Dokumentkontrollstatus);
        ut.Tid("\"dokumentkontrolltidspunkt\":"u8, v.Dokumentkontrolltidspunkt);
        ut.Slutt();
    }

    public static TekniskDokumentkontroll Les(ref Utf8JsonReader inn)
    {
        string? dokumentkontrollstatus = null;
        Tidspunkt? dokumentkontrolltidspunkt = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("dokumentkontrollstatus"u8))
                dokumentkontrollstatus = inn.LesTekst();
            else if (inn.ValueTextEquals("dokumentkontrolltidspunkt"u8))
                dokumentkontrolltidspunkt = inn.LesTidspunkt();
            else
                inn.HoppOver();
        }

        return new()
        {
            Dokumentkontrollstatus = dokumentkontrollstatus ?? throw Wirelesing.Mangler("dokumentkontrollstatus"),
            Dokumentkontrolltidspunkt = dokumentkontrolltidspunkt,
        };
    }
}

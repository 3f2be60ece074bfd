using System.Text.Json;
using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Folkeregister.Persondokument.Modell.Former;

internal static class VergeTjenesteomraadeForm
{
    public static void Skriv(Wireskriver ut, VergeTjenesteomraade v)
    {
        ut.Start();
        ut.Tekst("\"vergeTjenestevirksomhet\":"u8, v.VergeTjenestevirksomhet);
        ut.Tekst("\"vergeTjenesteoppgave\":"u8, v.VergeTjenesteoppgave);
        ut.Slutt();
    }

    public static VergeTjenesteomraade Les(ref Utf8JsonReader inn)
    {
        string? vergeTjenestevirksomhet = null;
        string? vergeTjenesteoppgave = null;
        while (inn.NesteMedlem())
        {
            if (inn.ValueTextEquals("vergeTjenestevirksomhet"u8))
                vergeTjenestevirksomhet = inn.LesTekst();
            else if (inn.ValueTextEquals("vergeTjenesteoppgave"u8))
                vergeTjenesteoppgave = inn.LesTekst();
            else
                inn.HoppOver();
        }

        return new()
        {
            VergeTjenestevirksomhet = vergeTjenestevirksomhet ?? throw Wirelesing.Mangler("vergeTjenestevirksomhet"),
            VergeTjenesteoppgave = vergeTjenesteoppgave ?? throw Wirelesing.Mangler("vergeTjenesteoppgave"),
        };
    }
}

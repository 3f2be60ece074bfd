using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Svar;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Soek;

/// <summary>
/// Writes the hit list. The XML names were never published; they follow the pattern of the person schema and the name PersonsoekResponse of
/// the OpenAPI document.
/// </summary>
internal static class Soekesvar
{
    /// <summary>A hit delivers a number, and nothing else of the person.</summary>
    public const ulong Elementgrupper = 1UL << (int)Personelement.Identifikasjonsnummer;

    public static void Skriv(Svarbuffer ut, List<(long Identifikator, long Personnoekkel)> treff, Svarformat format)
    {
        if (format == Svarformat.Json)
            SkrivJson(ut, treff);
        else
            SkrivXml(ut, treff);
    }

    private static void SkrivJson(Svarbuffer ut, List<(long Identifikator, long Personnoekkel)> treff)
    {
        ut.Skriv("{\"foedselsEllerDNummer\":["u8);
        for (var i = 0; i < treff.Count; i++)
        {
            ut.Skriv(i == 0 ? "\""u8 : ",\""u8);
            Nummer(ut, treff[i].Identifikator);
            ut.Skriv("\""u8);
        }

        ut.Skriv("]}"u8);
    }

    private static void SkrivXml(Svarbuffer ut, List<(long Identifikator, long Personnoekkel)> treff)
    {
        ut.Skriv("<?xml version=\"1.0\" encoding=\"utf-8\"?><personsoekResponse xmlns=\"folkeregisteret:tilgjengeliggjoering:person:v1:soek:response\">"u8);
        foreach (var (id, _) in treff)
        {
            ut.Skriv("<foedselsEllerDNummer>"u8);
            Nummer(ut, id);
            ut.Skriv("</foedselsEllerDNummer>"u8);
        }

        ut.Skriv("</personsoekResponse>"u8);
    }

    private static void Nummer(Svarbuffer ut, long id)
    {
        _ = Folkeregisteridentifikator.FromValue(id).TryFormatUtf8(ut.GetSpan(11), out var antall);
        ut.Advance(antall);
    }
}

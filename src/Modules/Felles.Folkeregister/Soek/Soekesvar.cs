using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Svar;

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
            ut.SkrivNummer(treff[i].Identifikator);
            ut.Skriv("\""u8);
        }

        ut.Skriv("]}"u8);
    }

    private static void SkrivXml(Svarbuffer ut, List<(long Identifikator, long Personnoekkel)> treff)
    {
        ut.Skriv("<?xml version=\"1.0\" encoding=\"UTF-8\"?><personsoekResponse xmlns=\"folkeregisteret:tilgjengeliggjoering:person:v1:soek:response\">"u8);
        foreach (var (id, _) in treff)
        {
            ut.Skriv("<foedselsEllerDNummer>"u8);
            ut.SkrivNummer(id);
            ut.Skriv("</foedselsEllerDNummer>"u8);
        }

        ut.Skriv("</personsoekResponse>"u8);
    }
}

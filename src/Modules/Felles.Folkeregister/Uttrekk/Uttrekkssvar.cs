using System.Text;
using Felles.Folkeregister.Svar;

namespace Felles.Folkeregister.Uttrekk;

/// <summary>
/// The bodies of the extract services, UttrekkJobbResponse and UttrekkDataResponse of the OpenAPI document. The XML names were never
/// published; they follow the pattern of the person schema.
/// </summary>
internal static class Uttrekkssvar
{
    private const string Navnerom = "folkeregisteret:tilgjengeliggjoering:uttrekk:v1:response";

    public static byte[] Jobb(Guid jobbid, Svarformat format) => Felt("uttrekkJobbResponse", "jobbId", jobbid.ToString(), format);

    public static byte[] Jobbfeil(string melding, Svarformat format) => Felt("uttrekkJobbResponse", "feilmelding", melding, format);

    public static byte[] Datafeil(string melding, Svarformat format) => Felt("uttrekkDataResponse", "feilmelding", melding, format);

    /// <summary>The end of the data.</summary>
    public static byte[] Slutt(Svarformat format) => Encoding.UTF8.GetBytes(
        format == Svarformat.Json ? "{}" : $"{Xmlstart}<uttrekkDataResponse xmlns=\"{Navnerom}\"/>");

    public static void Batch(Svarbuffer ut, Uttrekksslag slag, List<Uttrekkspost> poster, Svarformat format)
    {
        var navn = slag == Uttrekksslag.Komplett ? "dokumentidentifikator"u8 : "foedselsEllerDNummer"u8;
        if (format == Svarformat.Json)
            SkrivJson(ut, slag, navn, poster);
        else
            SkrivXml(ut, slag, navn, poster);
    }

    private const string Xmlstart = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    // The texts are our own and have no character that would need an escape.
    private static byte[] Felt(string rot, string navn, string verdi, Svarformat format) => Encoding.UTF8.GetBytes(
        format == Svarformat.Json
            ? $"{{\"{navn}\":\"{verdi}\"}}"
            : $"{Xmlstart}<{rot} xmlns=\"{Navnerom}\"><{navn}>{verdi}</{navn}></{rot}>");

    private static void SkrivJson(Svarbuffer ut, Uttrekksslag slag, ReadOnlySpan<byte> navn, List<Uttrekkspost> poster)
    {
        ut.Skriv("{\""u8);
        ut.Skriv(navn);
        ut.Skriv("\":["u8);
        for (var i = 0; i < poster.Count; i++)
        {
            ut.Skriv(i == 0 ? "\""u8 : ",\""u8);
            SkrivVerdi(ut, slag, poster[i]);
            ut.Skriv("\""u8);
        }

        ut.Skriv("]}"u8);
    }

    private static void SkrivXml(Svarbuffer ut, Uttrekksslag slag, ReadOnlySpan<byte> navn, List<Uttrekkspost> poster)
    {
        ut.Skriv(Encoding.UTF8.GetBytes($"{Xmlstart}<uttrekkDataResponse xmlns=\"{Navnerom}\">"));
        foreach (var post in poster)
        {
            ut.Skriv("<"u8);
            ut.Skriv(navn);
            ut.Skriv(">"u8);
            SkrivVerdi(ut, slag, post);
            ut.Skriv("</"u8);
            ut.Skriv(navn);
            ut.Skriv(">"u8);
        }

        ut.Skriv("</uttrekkDataResponse>"u8);
    }

    private static void SkrivVerdi(Svarbuffer ut, Uttrekksslag slag, in Uttrekkspost post)
    {
        if (slag == Uttrekksslag.Tilpasset)
        {
            ut.SkrivNummer(post.Verdi);
            return;
        }

        _ = post.Dokument.TryFormatUtf8(ut.GetSpan(32), out var antall);
        ut.Advance(antall);
    }
}

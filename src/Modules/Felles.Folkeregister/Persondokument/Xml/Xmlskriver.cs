using System.Buffers;
using System.Text;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Persondokument.Xml;

/// <summary>Turns an answer, cut from stored bytes, into XML as it passes; XML is never stored.</summary>
internal static class Xmlskriver
{
    /// <summary>
    /// Writes the element <c>folkeregisterperson</c> with its namespace and without an XML declaration, so that it can stand alone or
    /// inside another element.
    /// </summary>
    /// <param name="json">A person document, or an answer cut from one, in compact JSON.</param>
    /// <param name="ut">Where it goes.</param>
    public static void Skriv(ReadOnlySpan<byte> json, IBufferWriter<byte> ut)
    {
        var utgang = new Xmlutgang(ut);
        utgang.Skriv("<folkeregisterperson xmlns=\"folkeregisteret:tilgjengeliggjoering:person:v1\">"u8);
        Medlemmer(json, 0, ref utgang);
        utgang.Skriv("</folkeregisterperson>"u8);
        utgang.Ferdig();
    }

    /// <summary>The same for any document of the register, under the name and in the namespace of its schema.</summary>
    public static void Skriv(string navn, string navnerom, ReadOnlySpan<byte> json, IBufferWriter<byte> ut)
    {
        var utgang = new Xmlutgang(ut);
        utgang.Skriv(Encoding.UTF8.GetBytes($"<{navn} xmlns=\"{navnerom}\">"));
        Medlemmer(json, 0, ref utgang);
        utgang.Skriv(Encoding.UTF8.GetBytes($"</{navn}>"));
        utgang.Ferdig();
    }

    private static void Medlemmer(ReadOnlySpan<byte> json, int start, ref Xmlutgang ut)
    {
        var medlemmer = new Medlemsleser(json, start);
        while (medlemmer.Neste())
        {
            if (json[medlemmer.Verdistart] != '[')
            {
                Element(json, medlemmer.Navn, medlemmer.Verdistart, medlemmer.Slutt, ref ut);
                continue;
            }

            for (var post = medlemmer.Verdistart + 1; post < medlemmer.Slutt - 1;)
            {
                var slutt = Wirehopp.Forbi(json, post);
                Element(json, medlemmer.Navn, post, slutt, ref ut);
                post = slutt + 1;
            }
        }
    }

    private static void Element(ReadOnlySpan<byte> json, ReadOnlySpan<byte> navn, int start, int slutt, ref Xmlutgang ut)
    {
        ut.Merke("<"u8, navn);
        if (json[start] == '{')
            Medlemmer(json, start, ref ut);
        else if (json[start] == '"')
            ut.Tekst(json[(start + 1)..(slutt - 1)]);
        else
            ut.Skriv(json[start..slutt]);
        ut.Merke("</"u8, navn);
    }
}

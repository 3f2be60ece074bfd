using System.Text;
using System.Xml;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Persondokument.Xml;

/// <summary>One value without members, from XML to JSON. What is not of its form goes on as text, for the judge to tell.</summary>
internal static class Xmlverdi
{
    /// <summary>Reads the element that the reader stands on to its end.</summary>
    public static void Skriv(XmlReader inn, Verdiform form, Wirebuffer ut)
    {
        if (inn.GetAttribute("nil", Personxml.Instansnavnerom) is "true" or "1")
        {
            Tekst(inn);
            ut.Skriv("null,"u8);
            return;
        }

        var tekst = Tekst(inn);

        // xs:boolean, xs:int and the like are read without the white space around them (XML Schema 2 § 4.3.6); plain text keeps it.
        if (form != Verdiform.Tekst)
            tekst = tekst.Trim(' ', '\t', '\r', '\n');
        if (form == Verdiform.Boolsk && tekst is ("true" or "1" or "false" or "0"))
            ut.Skriv(tekst is "true" or "1" ? "true"u8 : "false"u8);
        else if (form == Verdiform.Heltall && ErHeltall(tekst))
            ut.Skriv(Encoding.ASCII.GetBytes(tekst));
        else
            ut.Brukt(Wiretekst.Skriv(tekst, ut.Plass((tekst.Length * Wiretekst.BytesPerTegn) + 2)));
        ut.Tegn((byte)',');
    }

    private static bool ErHeltall(string tekst) =>
        tekst.Length > 0 && tekst.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && (tekst.Length == 1 || tekst[0] != '0');

    private static string Tekst(XmlReader inn)
    {
        if (inn.IsEmptyElement)
            return "";
        var tekst = new StringBuilder();
        var dybde = inn.Depth;
        while (inn.Read() && inn.Depth > dybde)
        {
            if (inn.NodeType == XmlNodeType.Element)
                throw new XmlException("An element inside a text.", null, ((IXmlLineInfo)inn).LineNumber, ((IXmlLineInfo)inn).LinePosition);
            tekst.Append(inn.Value);
        }

        return tekst.ToString();
    }
}

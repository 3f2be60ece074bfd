using System.Text;
using System.Xml;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Tests.Persondokument.Xml;

/// <summary>One value without members, from XML to JSON.</summary>
internal static class Xmlverdi
{
    /// <summary>Reads the element that the reader stands on to its end.</summary>
    public static void Skriv(XmlReader inn, Verdiform form, Wirebuffer ut)
    {
        var tekst = Tekst(inn);
        if (form is Verdiform.Boolsk or Verdiform.Heltall)
            ut.Skriv(Encoding.ASCII.GetBytes(tekst));
        else
            ut.Brukt(Wiretekst.Skriv(tekst, ut.Plass((tekst.Length * Wiretekst.BytesPerTegn) + 2)));
        ut.Tegn((byte)',');
    }

    private static string Tekst(XmlReader inn)
    {
        if (inn.IsEmptyElement)
            return "";
        var tekst = new StringBuilder();
        var dybde = inn.Depth;
        while (inn.Read() && inn.Depth > dybde)
        {
            Assert.NotEqual(XmlNodeType.Element, inn.NodeType);
            tekst.Append(inn.Value);
        }

        return tekst.ToString();
    }
}

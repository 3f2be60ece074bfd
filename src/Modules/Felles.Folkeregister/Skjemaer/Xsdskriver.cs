using System.Text;
using System.Xml;
using System.Xml.Schema;

namespace Felles.Folkeregister.Skjemaer;

/// <summary>Writes one XML schema with qualified elements: two spaces an indent, line feeds, the same bytes on every machine.</summary>
internal sealed class Xsdskriver : IDisposable
{
    private const string Xs = XmlSchema.Namespace;

    private readonly MemoryStream ut = new();
    private readonly XmlWriter xml;

    /// <param name="navnerom">The target namespace; it is also the default one, so types are named without a prefix.</param>
    /// <param name="beskrivelse">What the schema is, for who reads it.</param>
    public Xsdskriver(string navnerom, string beskrivelse)
    {
        xml = XmlWriter.Create(ut, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        xml.WriteStartElement("xs", "schema", Xs);
        xml.WriteAttributeString("xmlns", navnerom);
        xml.WriteAttributeString("targetNamespace", navnerom);
        xml.WriteAttributeString("elementFormDefault", "qualified");
        Start("annotation");
        xml.WriteElementString("xs", "documentation", Xs, beskrivelse);
        Slutt();
    }

    public void Start(string navn, params ReadOnlySpan<(string Navn, string Verdi)> attributter)
    {
        xml.WriteStartElement("xs", navn, Xs);
        foreach (var (attributt, verdi) in attributter)
            xml.WriteAttributeString(attributt, verdi);
    }

    public void Slutt() => xml.WriteEndElement();

    public void Tom(string navn, params ReadOnlySpan<(string Navn, string Verdi)> attributter)
    {
        Start(navn, attributter);
        Slutt();
    }

    /// <summary>A local or global element; bounds that are 1 are left out, as is the custom.</summary>
    public void Element(string navn, string type, int minst = 1, int hoeyst = 1)
    {
        Start("element", ("name", navn), ("type", type));
        Grenser(minst, hoeyst);
        Slutt();
    }

    public void Grenser(int minst, int hoeyst)
    {
        if (minst != 1)
            xml.WriteAttributeString("minOccurs", XmlConvert.ToString(minst));
        if (hoeyst != 1)
            xml.WriteAttributeString("maxOccurs", hoeyst == int.MaxValue ? "unbounded" : XmlConvert.ToString(hoeyst));
    }

    public void Begrensning(string navn, string grunntype, params ReadOnlySpan<(string Fasett, string Verdi)> fasetter)
    {
        Start("simpleType", ("name", navn));
        Start("restriction", ("base", grunntype));
        foreach (var (fasett, verdi) in fasetter)
            Tom(fasett, ("value", verdi));
        Slutt();
        Slutt();
    }

    public byte[] Ferdig()
    {
        Slutt();
        xml.Flush();
        ut.WriteByte((byte)'\n');
        return ut.ToArray();
    }

    public void Dispose()
    {
        xml.Dispose();
        ut.Dispose();
    }
}

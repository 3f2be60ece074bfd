using System.Xml;
using Felles.Folkeregister.Persondokument.Lesing;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;

namespace Felles.Folkeregister.Tests.Persondokument.Xml;

/// <summary>
/// Reads an answer in XML back: turned into wire JSON by the schema – which says what is a list, a number or a truth value – and then
/// judged like any document. It proves that the two forms say the same; the services take no person document in XML.
/// </summary>
internal sealed class Xmldokumentleser
{
    private const string Navnerom = "folkeregisteret:tilgjengeliggjoering:person:v1";

    private static readonly XmlReaderSettings Innstillinger = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    private readonly Dokumentleser leser = new();
    private readonly Wirebuffer json = new(16 * 1024);

    public Lesesvar Les(Stream xml)
    {
        json.Toem();
        using var inn = XmlReader.Create(xml, Innstillinger);
        inn.MoveToContent();
        Assert.Equal("folkeregisterperson", inn.LocalName);
        Assert.Equal(Navnerom, inn.NamespaceURI);
        Objekt(inn, Personskjema.Person);
        while (inn.Read())
        {
            // To the end, so that what stands after the root is read too.
        }

        return leser.Les(json.Skrevet[..^1]);
    }

    /// <summary>Writes the element that the reader stands on, and leaves the reader on its end.</summary>
    private void Objekt(XmlReader inn, Skjematype type)
    {
        json.Tegn((byte)'{');
        Skjemafelt? liste = null;
        var dybde = inn.Depth;
        if (!inn.IsEmptyElement)
        {
            while (inn.Read() && inn.Depth > dybde)
            {
                if (inn.NodeType is XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.EndElement)
                    continue;
                Assert.Equal(XmlNodeType.Element, inn.NodeType);
                liste = Medlem(inn, type, liste);
            }
        }

        if (liste is not null)
            json.Lukk((byte)']');
        json.Lukk((byte)'}');
    }

    /// <summary>Answers the list that is still open after the member, if it belongs to one.</summary>
    private Skjemafelt? Medlem(XmlReader inn, Skjematype type, Skjemafelt? liste)
    {
        Assert.Equal(Navnerom, inn.NamespaceURI);
        var nr = type.Finn(System.Text.Encoding.UTF8.GetBytes(inn.LocalName), 0);
        Assert.True(nr >= 0, $"{inn.LocalName} is not in the schema");
        var felt = type.Felter[nr];
        if (liste is not null && liste != felt)
            json.Lukk((byte)']');
        if (felt != liste)
            json.Skriv(felt.Start);
        if (felt.Liste && felt != liste)
            json.Tegn((byte)'[');
        if (felt.Type is not null)
            Objekt(inn, felt.Type);
        else
            Xmlverdi.Skriv(inn, felt.Form, json);
        return felt.Liste ? felt : null;
    }
}

using System.Xml;
using Felles.Folkeregister.Persondokument.Lesing;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Wire;
using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Persondokument.Xml;

/// <summary>
/// Reads a person document in XML: turned into wire JSON by the schema – which says what is a list, a number or a truth value – and then
/// judged like any other. Siblings of one name that do not stand together become a member given twice, and are refused as that.
/// </summary>
internal sealed class Xmldokumentleser
{
    private static readonly XmlReaderSettings Innstillinger = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = Dokumentleser.MaksBytes,
    };

    private readonly Dokumentleser leser = new();
    private readonly Wirebuffer json = new(16 * 1024);

    public Lesesvar Les(Stream xml)
    {
        json.Toem();
        try
        {
            using var inn = XmlReader.Create(xml, Innstillinger);
            inn.MoveToContent();
            if (inn.LocalName != Personxml.Rot || inn.NamespaceURI != Personxml.Navnerom)
                return Nei($"Rotelementet skal være {Personxml.Rot} i navnerommet {Personxml.Navnerom}.", inn);
            Objekt(inn, Personskjema.Person);
            while (inn.Read())
            {
                // To the end, so that what stands after the root is judged too.
            }
        }
        catch (XmlException feil)
        {
            return Lesesvar.Nei(
                [new(PersondokumentFeilkoder.BruttXml, "", $"XML brytes på linje {feil.LineNumber}, plass {feil.LinePosition}.",
                feil.LineNumber)]);
        }

        return leser.Les(json.Skrevet[..^1]);
    }

    private static Lesesvar Nei(string melding, XmlReader inn) =>
        Lesesvar.Nei([new Funn(PersondokumentFeilkoder.BruttXml, "", melding, (inn as IXmlLineInfo)?.LineNumber)]);

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
                if (inn.NodeType != XmlNodeType.Element)
                    throw new XmlException(
                        "Text between elements.", null, ((IXmlLineInfo)inn).LineNumber, ((IXmlLineInfo)inn).LinePosition);
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
        var nr = inn.NamespaceURI == Personxml.Navnerom ? type.Finn(System.Text.Encoding.UTF8.GetBytes(inn.LocalName), 0) : -1;
        var felt = nr < 0 ? null : type.Felter[nr];
        if (liste is not null && liste != felt)
            json.Lukk((byte)']');
        if (felt is null)
        {
            Ukjent(inn);
            return null;
        }

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

    /// <summary>
    /// A name that the schema does not have goes on as it is, for the judge to tell; one of another namespace must not be taken for ours.
    /// </summary>
    private void Ukjent(XmlReader inn)
    {
        var navn = inn.NamespaceURI == Personxml.Navnerom ? inn.LocalName : "?";
        json.Brukt(Wiretekst.Skriv(navn, json.Plass((navn.Length * Wiretekst.BytesPerTegn) + 2)));
        json.Skriv(":\"\","u8);
        using var resten = inn.ReadSubtree();
        while (resten.Read())
        {
            // Nothing below an unknown element can be judged.
        }
    }
}

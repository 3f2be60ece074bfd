using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Felles.Testing.Filer;

/// <summary>
/// Judges any XML answer of the services by the schemas in <c>docs/xsd</c>, found by the namespace of its root; an Atom feed with the
/// content of its entries.
/// </summary>
public static class Xmlvalidering
{
    private static readonly XmlSchemaSet Skjemaer = Les();

    /// <summary>Fails with every fault and its place when the answer is not valid, or of a namespace without schema.</summary>
    public static void ErGyldig(string xml)
    {
        var feil = Feil(xml);
        if (feil.Count > 0)
            throw new InvalidOperationException(string.Join('\n', feil) + "\n" + xml[..Math.Min(xml.Length, 2000)]);
    }

    public static IReadOnlyList<string> Feil(string xml)
    {
        var dokument = XDocument.Parse(xml, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        var element = dokument.Root!;
        List<string> feil = [];
        if (Skjemaer.GlobalElements[new XmlQualifiedName(element.Name.LocalName, element.Name.NamespaceName)] is null)
            return [$"No schema has the element {element.Name}."];
        dokument.Validate(Skjemaer, (_, hva) => feil.Add($"{hva.Exception?.LineNumber}: {hva.Message}"));
        return feil;
    }

    private static XmlSchemaSet Les()
    {
        var sett = new XmlSchemaSet { XmlResolver = null };
        foreach (var fil in Directory.GetFiles(Path.Combine(Fasit.Rot, "docs", "xsd"), "*.xsd").Order(StringComparer.Ordinal))
        {
            using var leser = XmlReader.Create(fil);
            sett.Add(XmlSchema.Read(leser, (_, hva) => throw hva.Exception)!);
        }

        sett.Compile();
        return sett;
    }
}

using System.Buffers;
using System.Text;
using System.Xml.Linq;
using Felles.Folkeregister.Persondokument.Xml;
using Felles.Folkeregister.Tests.Persondokument.Bygging;

namespace Felles.Folkeregister.Tests.Persondokument.Xml;

/// <summary>That every document says the same in both forms is proved in <see cref="RundturTests"/>.</summary>
public sealed class XmlTests
{
    private static readonly XNamespace Navnerom = "folkeregisteret:tilgjengeliggjoering:person:v1";

    [Fact]
    public void Entries_are_siblings_in_wire_order_in_the_namespace_of_the_person()
    {
        var (dokument, _) = Dokumenter.Les("""{"navn":[{"erGjeldende":true,"fornavn":"A","etternavn":"B"},{"erGjeldende":false,"fornavn":"C","etternavn":"D"}],"kjoenn":[{"kjoenn":"mann"}]}""").Godtatt();
        Assert.Equal(
            """<folkeregisterperson xmlns="folkeregisteret:tilgjengeliggjoering:person:v1"><kjoenn><kjoenn>mann</kjoenn></kjoenn>"""
            + "<navn><erGjeldende>true</erGjeldende><fornavn>A</fornavn><etternavn>B</etternavn></navn>"
            + "<navn><erGjeldende>false</erGjeldende><fornavn>C</fornavn><etternavn>D</etternavn></navn></folkeregisterperson>",
            Xml(dokument));
    }

    [Fact]
    public void Markup_and_carriage_returns_survive()
    {
        var (dokument, _) = Dokumenter.Les("""{"navn":[{"fornavn":"<b>&\"'\\]]>","etternavn":" \r\n\t "}]}""").Godtatt();
        var navn = XDocument.Parse(Xml(dokument), LoadOptions.PreserveWhitespace).Root!.Element(Navnerom + "navn")!;
        Assert.Equal("<b>&\"'\\]]>", navn.Element(Navnerom + "fornavn")!.Value);
        Assert.Equal(" \r\n\t ", navn.Element(Navnerom + "etternavn")!.Value);
    }

    [Fact]
    public void A_character_that_xml_cannot_carry_becomes_the_replacement_character()
    {
        // The register's reader refuses such text; what else wrote the bytes must still not break an answer.
        Assert.Contains("<fornavn>A\uFFFDB\uFFFD</fornavn>", Xml("""{"navn":[{"fornavn":"A\u0001B\b"}]}"""u8), StringComparison.Ordinal);
    }

    private static string Xml(ReadOnlySpan<byte> json)
    {
        var ut = new ArrayBufferWriter<byte>();
        Xmlskriver.Skriv(json, ut);
        return Encoding.UTF8.GetString(ut.WrittenSpan);
    }
}

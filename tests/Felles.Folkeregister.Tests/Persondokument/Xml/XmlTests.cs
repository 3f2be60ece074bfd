using System.Buffers;
using System.Text;
using System.Xml.Linq;
using Felles.Folkeregister.Persondokument.Lesing;
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

    [Theory]
    [InlineData("", "bruttXml")]
    [InlineData("<folkeregisterperson/>", "bruttXml")]
    [InlineData("<x xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'/>", "bruttXml")]
    [InlineData("<folkeregisterperson xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'>", "bruttXml")]
    [InlineData("<folkeregisterperson xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'>tekst</folkeregisterperson>", "bruttXml")]
    [InlineData("<folkeregisterperson xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'><kjoenn><kjoenn><b/></kjoenn></kjoenn></folkeregisterperson>", "bruttXml")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><folkeregisterperson xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'/>", "bruttXml")]
    [InlineData("<folkeregisterperson xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'><ukjent><a/></ukjent></folkeregisterperson>", "ukjentMedlem")]
    [InlineData("<folkeregisterperson xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'><kjoenn xmlns=''><kjoenn>mann</kjoenn></kjoenn></folkeregisterperson>", "ukjentMedlem")]
    [InlineData("<folkeregisterperson xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'><kjoenn/></folkeregisterperson>", "manglerMedlem")]
    [InlineData("<folkeregisterperson xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'><kjoenn><kjoenn>mann</kjoenn></kjoenn><doedsfall/><kjoenn><kjoenn>mann</kjoenn></kjoenn></folkeregisterperson>", "dobbeltMedlem")]
    [InlineData("<folkeregisterperson xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'><foedselINorge><rekkefoelgenummer>elleve</rekkefoelgenummer></foedselINorge></folkeregisterperson>", "feilType")]
    [InlineData("<folkeregisterperson xmlns='folkeregisteret:tilgjengeliggjoering:person:v1'><doedsfall><erGjeldende>ja</erGjeldende></doedsfall></folkeregisterperson>", "feilType")]
    public void Faulty_xml_is_refused_with_a_code(string xml, string kode) =>
        Assert.Equal(kode, Assert.Single(Les(xml).Avvist()).Feil.Kode);

    [Fact]
    public void White_space_between_elements_and_around_dates_and_numbers_does_not_count()
    {
        var (dokument, _) = Les(
            """
            <?xml version="1.0"?>
            <p:folkeregisterperson xmlns:p="folkeregisteret:tilgjengeliggjoering:person:v1">
              <!-- entry -->
              <p:doedsfall><p:erGjeldende> 1 </p:erGjeldende>
                <p:doedsdato>
                2020-12-22</p:doedsdato></p:doedsfall>
              <p:foedselINorge><p:rekkefoelgenummer> 11 </p:rekkefoelgenummer></p:foedselINorge>
            </p:folkeregisterperson>
            """).Godtatt();
        Assert.Equal("""{"foedselINorge":[{"rekkefoelgenummer":11}],"doedsfall":{"erGjeldende":true,"doedsdato":"2020-12-22"}}""", Encoding.UTF8.GetString(dokument));
    }

    private static string Xml(ReadOnlySpan<byte> json)
    {
        var ut = new ArrayBufferWriter<byte>();
        Xmlskriver.Skriv(json, ut);
        return Encoding.UTF8.GetString(ut.WrittenSpan);
    }

    private static Lesesvar Les(string xml) => new Xmldokumentleser().Les(new MemoryStream(Encoding.UTF8.GetBytes(xml)));
}

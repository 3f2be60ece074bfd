using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Schema;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Folkeregister.Persondokument.Xml;
using Felles.Folkeregister.Skjemaer;
using Felles.Folkeregister.Tests.Persondokument.Bygging;
using Felles.Folkeregister.Tests.Persondokument.Pakker;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Testing.Filer;
using Felles.Tilgang.Contracts;

namespace Felles.Folkeregister.Tests.Skjemaer;

/// <summary>The schemas are valid, are what the documents show, and every answer keeps to them.</summary>
public sealed partial class XmlskjemaTests
{
    private static readonly (string Ressurs, string Fil)[] Tjenester =
        [("personer/xsd", "person.xsd"), ("hendelser/xsd", "hendelse.xsd"), ("hendelser/feedxsd", "feed.xsd")];

    [Fact]
    public void The_schemas_in_the_documents_are_those_that_the_table_makes()
    {
        Fasit.Sammenlign("docs/xsd/person.xsd", Encoding.UTF8.GetString(Xmlskjemaer.Person()));
        Fasit.Sammenlign("docs/xsd/hendelse.xsd", Encoding.UTF8.GetString(Xmlskjemaer.Hendelse()));
        Fasit.Sammenlign("docs/xsd/feed.xsd", Encoding.UTF8.GetString(Xmlskjemaer.Feed()));
    }

    [Fact]
    public void Each_schema_is_valid_by_itself()
    {
        foreach (var skjema in new[] { Xmlskjemaer.Person(), Xmlskjemaer.Hendelse(), Xmlskjemaer.Feed() })
        {
            using var leser = XmlReader.Create(new MemoryStream(skjema));
            var sett = new XmlSchemaSet();
            sett.Add(XmlSchema.Read(leser, (_, hva) => throw hva.Exception)!);
            sett.Compile();
            Assert.True(sett.IsCompiled);
        }
    }

    [Theory, TestDatabases]
    public async Task All_nine_packages_serve_the_schemas_as_xml_to_who_has_the_package(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var pakke in Rettighetspakke.Alle)
        {
            foreach (var (ressurs, fil) in Tjenester)
            {
                using var svar = await vert.HentAsync(Register.Sti(pakke, ressurs));
                Assert.Equal((HttpStatusCode.OK, "application/xml"), (svar.StatusCode, svar.Content.Headers.ContentType!.ToString()));
                Assert.Equal(
                    await File.ReadAllTextAsync(Path.Combine(Fasit.Rot, "docs", "xsd", fil)), await svar.Content.ReadAsStringAsync());
            }
        }

        using var uten = await vert.Klient.GetAsync(Register.Omh("personer/xsd"));
        Assert.Equal(HttpStatusCode.Unauthorized, uten.StatusCode);
        using var annen = await vert.HentAsync(
            Register.Omh("personer/xsd"), token: Testnoekler.Token(Registervert.Konsument, "folkeregister:deling/finans"));
        Assert.Equal(HttpStatusCode.Forbidden, annen.StatusCode);
    }

    [Fact]
    public void Complete_documents_and_what_every_package_cuts_from_them_are_valid()
    {
        var alt = new Pakkeplaner(Pakkematrise.Valgnavn);
        foreach (var froe in Enumerable.Range(0, 60))
        {
            var (dokument, indeks) = Dokumenter.Les(new Tilfeldigdokument(froe, alt: froe % 3 == 0).Lag()).Godtatt();
            Xmlvalidering.ErGyldig(Xml(dokument));
            foreach (var pakke in Snitt.Pakkekoder)
            {
                foreach (var planer in new[] { new Pakkeplaner([]), alt })
                {
                    foreach (var deler in new[] { [], Snitt.Alt })
                    {
                        var kuttet = new ArrayBufferWriter<byte>();
                        Snitt.Plan(planer, pakke, deler).Skriv(dokument, indeks, kuttet);
                        Xmlvalidering.ErGyldig(Xml(kuttet.WrittenSpan));
                    }
                }
            }
        }
    }

    [Theory, TestDatabases]
    public async Task Answers_of_the_services_are_valid_in_every_package(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var pakke in Register.Oppslagspakker)
        {
            foreach (var spoerring in new[] { "", "?part=historikk", "?part=tull" })
            {
                using var svar = await vert.HentAsync(Register.Sti(pakke, $"personer/{Register.Kari.ToWire()}{spoerring}"), "application/xml");
                Xmlvalidering.ErGyldig(await svar.Content.ReadAsStringAsync());
            }

            var kropp = JsonSerializer.Serialize(
                new { foedselsEllerDNummer = new[] { Register.Ola.ToWire(), Register.KarisDNummer.ToWire(), "01010000000" } });
            foreach (var spoerring in new[] { "", "?somBestilt=true&part=historikk" })
            {
                using var innhold = new StringContent(kropp, Encoding.UTF8, "application/json");
                using var svar = await vert.SendAsync(
                    HttpMethod.Post, Register.Sti(pakke, "personer/bulkoppslag" + spoerring), "application/xml", innhold);
                Xmlvalidering.ErGyldig(await svar.Content.ReadAsStringAsync());
            }

            foreach (var spoerring in new[] { "?kjoenn=kvinne", "?foedselsaarFraOgMed=2099", "?kjoenn=ukjent" })
            {
                using var svar = await vert.HentAsync(Register.Sti(pakke, "personer/soek" + spoerring), "application/xml");
                Xmlvalidering.ErGyldig(await svar.Content.ReadAsStringAsync());
            }
        }
    }

    [Fact]
    public void An_order_of_ours_is_valid() => Xmlvalidering.ErGyldig(
        """
        <personBulkoppslagRequest xmlns="folkeregisteret:tilgjengeliggjoering:person:v1:bulk:request">
          <foedselsEllerDNummer>14838534083</foedselsEllerDNummer>
        </personBulkoppslagRequest>
        """);

    [Theory]
    [InlineData("<navn><fornavn>A</fornavn></navn>")]
    [InlineData("<kjoenn><kjoenn>ukjent</kjoenn></kjoenn>")]
    [InlineData("<navn><fornavn>A</fornavn><etternavn>B</etternavn></navn><kjoenn><kjoenn>mann</kjoenn></kjoenn>")]
    [InlineData("<foedsel><foedselsaar>85</foedselsaar></foedsel>")]
    [InlineData("<doedsfall/><doedsfall/>")]
    [InlineData("<ukjent/>")]
    [InlineData("<bostedsadresse><adressegradering>ugradert</adressegradering></bostedsadresse>")]
    public void What_breaks_the_schema_is_found(string innhold) => Assert.NotEmpty(
        Xmlvalidering.Feil($"<folkeregisterperson xmlns=\"{Xmlskjemaer.PersonNavnerom}\">{innhold}</folkeregisterperson>"));

    [Fact]
    public void An_event_document_and_a_feed_as_published_are_valid()
    {
        var dokument =
            $"""
            <dokumentForHendelse xmlns="{Xmlskjemaer.HendelseNavnerom}"><dokumentidentifikator>b7c6d5e4f3a2918070615243342516a7</dokumentidentifikator>
            <skjemaversjon>1.0</skjemaversjon><hendelse><folkeregisteridentifikator>14838534083</folkeregisteridentifikator>
            <hendelsestype>endringIBostedsadresse</hendelsestype><ajourholdstidspunkt>2025-06-16T12:47:19.219+02:00</ajourholdstidspunkt>
            <egenskapshendelse><bostedsadresse><kilde>folkeregistermyndigheten</kilde><vegadresse><kommunenummer>4204</kommunenummer>
            <adressenavn>Prøveveien</adressenavn><adressenummer><husnummer>91</husnummer></adressenummer></vegadresse>
            <adressegradering>ugradert</adressegradering><flyttedato>2025-06-16</flyttedato></bostedsadresse>
            <entitet>bostedsadresse</entitet><entitetsendring>registrereNy</entitetsendring></egenskapshendelse>
            <egenskapshendelse><entitet>kontaktadresse</entitet><entitetsendring>annullere</entitetsendring></egenskapshendelse>
            </hendelse></dokumentForHendelse>
            """;
        Xmlvalidering.ErGyldig(dokument);
        Xmlvalidering.ErGyldig(
            "<hendelseBulkoppslagResponse xmlns=\"folkeregisteret:tilgjengeliggjoering:hendelse:v1:bulk:response\"><oppslag>"
            + $"<dokumentidentifikator>b7c6d5e4f3a2918070615243342516a7</dokumentidentifikator>{dokument}</oppslag></hendelseBulkoppslagResponse>");
        Assert.NotEmpty(Xmlvalidering.Feil(dokument.Replace("<kilde>", "<erGjeldende>true</erGjeldende><kilde>", StringComparison.Ordinal)));
        const string feed = """
            <feed xmlns="http://www.w3.org/2005/Atom"><id>http://folkeregisteret.example.no/hendelser/feed</id><title>Offentlig hendelsesliste</title>
            <author><name>Skatteetaten</name></author><link rel="self" type="application/atom+xml" href="http://folkeregisteret.example.no/?seq=1"/>
            <link rel="first" type="application/atom+xml" href="http://folkeregisteret.example.no/?seq=0"/><updated>2023-06-20T08:12:45Z</updated>
            <entry xmlns:ns2="folkeregisteret:tilgjengeliggjoering:hendelse:v1"><title>Hendelse</title>
            <id>tag:skatteetaten.no,2017-10-10:folkeregisteret:tilgjengeliggjoering:hendelse:v1:1</id><updated>2023-06-20T08:12:44.3Z</updated><content>
            <ns2:lagretHendelse><ns2:sekvensnummer>1</ns2:sekvensnummer><ns2:hendelse>
            <ns2:folkeregisteridentifikator>14838534083</ns2:folkeregisteridentifikator><ns2:hendelsetype>endringINavn</ns2:hendelsetype>
            <ns2:ajourholdstidspunkt>2023-06-20T10:12:44.25+02:00</ns2:ajourholdstidspunkt></ns2:hendelse></ns2:lagretHendelse>
            </content></entry></feed>
            """;
        Xmlvalidering.ErGyldig(feed);
        Assert.NotEmpty(Xmlvalidering.Feil(feed.Replace("ns2:hendelsetype", "ns2:hendelsestype", StringComparison.Ordinal)));
        Assert.NotEmpty(Xmlvalidering.Feil(feed.Replace("<title>Hendelse</title>", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_patterns_are_those_of_the_published_schema()
    {
        var publisert = Moenster().Matches(Dokumenter.Skjemafil).Select(treff => treff.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var egne = Enum.GetValues<Verdiform>().Select(Verdimoenster.For).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Assert.Equal(publisert.Order(StringComparer.Ordinal), egne.Order(StringComparer.Ordinal));
    }

    private static string Xml(ReadOnlySpan<byte> json)
    {
        var ut = new ArrayBufferWriter<byte>();
        Xmlskriver.Skriv(json, ut);
        return Encoding.UTF8.GetString(ut.WrittenSpan);
    }

    [GeneratedRegex("\"pattern\": \"\\^(.+?)\\$\"", RegexOptions.None, 1000)]
    private static partial Regex Moenster();
}

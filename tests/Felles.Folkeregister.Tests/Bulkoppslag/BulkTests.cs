using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Felles.Folkeregister.Tests.Oppslag;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;

namespace Felles.Folkeregister.Tests.Bulkoppslag;

public sealed class BulkTests
{
    private static readonly string Sti = Register.Omh("personer/bulkoppslag");

    [Theory, TestDatabases]
    public async Task As_ordered_keeps_order_and_duplicates_and_tells_of_unknown_and_expired_numbers(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        string[] numre =
        [
            Register.Ola.ToWire(), Register.Kari.ToWire(), Register.Ukjent.ToWire(), Register.Ola.ToWire(), Register.KarisDNummer.ToWire(),
                "01010000000",
        ];
        using var svar = await BestillAsync(vert, Sti + "?somBestilt=true&part=navn", numre);
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        var oppslag = (await OppslagTests.JsonAsync(svar)).GetProperty("oppslag").EnumerateArray().ToArray();
        Assert.Equal(numre, oppslag.Select(o => o.GetProperty("foedselsEllerDNummer").GetString()));
        Assert.Equal([true, true, false, true, false, false], oppslag.Select(o => o.TryGetProperty("folkeregisterperson", out _)));
        Assert.Equal(
            ["Ukjent person", "Personidentifikator er utgått", "Ukjent person"],
            oppslag.Where(o => o.TryGetProperty("feilmelding", out _)).Select(o => o.GetProperty("feilmelding").GetProperty("feilmelding").GetString()));
    }

    [Theory, TestDatabases]
    public async Task As_ordered_a_number_out_of_use_is_expired_also_when_nobody_goes_on_under_another(Dialect dialect)
    {
        var vert = await Register.ForGraderte(dialect);
        using var bestilt = await BestillAsync(vert, Sti + "?somBestilt=true&part=status", [Register.Opphoert.ToWire()]);
        Assert.Equal(
            $$$"""{"oppslag":[{"foedselsEllerDNummer":"{{{Register.Opphoert.ToWire()}}}","feilmelding":{"feilmelding":"Personidentifikator er utgått"}}]}""",
            await bestilt.Content.ReadAsStringAsync());
        using var ellers = await BestillAsync(vert, Sti + "?part=status", [Register.Opphoert.ToWire()]);
        Assert.Contains("\"status\":\"opphoert\"", await ellers.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, TestDatabases]
    public async Task Head_tells_whether_the_caller_is_let_in(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var ja = await vert.SendAsync(HttpMethod.Head, Sti);
        Assert.Equal(HttpStatusCode.OK, ja.StatusCode);
        using var skraastrek = await vert.SendAsync(HttpMethod.Head, Sti + "/");
        Assert.Equal(HttpStatusCode.OK, skraastrek.StatusCode);
        using var nei = await vert.SendAsync(HttpMethod.Head, Sti, token: Testnoekler.Token(Registervert.Konsument, "annet:scope"));
        Assert.Equal(HttpStatusCode.Forbidden, nei.StatusCode);
    }

    [Theory, TestDatabases]
    public async Task Otherwise_unknown_numbers_are_left_out_and_each_number_is_answered_once(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var pakke in Register.Oppslagspakker)
        {
            using var svar = await BestillAsync(
                vert, Register.Sti(pakke, "personer/bulkoppslag/?part=status"),
                [Register.Ola.ToWire(), Register.Ukjent.ToWire(), Register.Ola.ToWire(), Register.KarisDNummer.ToWire()]);
            var oppslag = (await OppslagTests.JsonAsync(svar)).GetProperty("oppslag").EnumerateArray().ToArray();
            Assert.Equal(2, oppslag.Length);
            Assert.Equal(
                new HashSet<string> { Register.KarisDNummer.ToWire(), Register.Ola.ToWire() },
                oppslag.Select(o => o.GetProperty("foedselsEllerDNummer").GetString()!).ToHashSet());
            Assert.All(oppslag, o => Assert.Equal(
                ["identifikasjonsnummer", "status"], o.GetProperty("folkeregisterperson").EnumerateObject().Select(m => m.Name)));
        }
    }

    [Theory, TestDatabases]
    public async Task A_body_in_xml_is_answered_in_xml_when_Accept_is_silent(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        var kropp = $"""
            <personBulkoppslagRequest xmlns="folkeregisteret:tilgjengeliggjoering:person:v1:bulk:request">
              <foedselsEllerDNummer>{Register.Ola.ToWire()}</foedselsEllerDNummer>
              <foedselsEllerDNummer>{Register.Ukjent.ToWire()}</foedselsEllerDNummer>
            </personBulkoppslagRequest>
            """;
        using var svar = await SendAsync(vert, Sti + "?somBestilt=true", kropp, "application/xml");
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
        Assert.Equal("application/xml", svar.Content.Headers.ContentType!.MediaType);
        var rot = XDocument.Parse(await svar.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("personBulkoppslagResponse", rot.Name.LocalName);
        var poster = rot.Elements(rot.Name.Namespace + "oppslag").ToArray();
        Assert.Equal(2, poster.Length);
        Assert.Equal("folkeregisterperson", poster[0].Elements().Last().Name.LocalName);
        Assert.Equal("feilmelding", poster[1].Elements().Last().Name.LocalName);
    }

    [Theory, TestDatabases]
    public async Task A_thousand_are_taken_and_one_more_is_refused(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        var numre = Enumerable.Range(0, 1001).Select(n => Personbygger.Nummer(n).ToWire()).ToArray();
        using var tusen = await BestillAsync(vert, Sti + "?somBestilt=true", numre[..1000]);
        Assert.Equal(1000, (await OppslagTests.JsonAsync(tusen)).GetProperty("oppslag").GetArrayLength());
        using var flere = await BestillAsync(vert, Sti, numre);
        Assert.Equal(HttpStatusCode.BadRequest, flere.StatusCode);
        Assert.Equal("FREG-001", (await OppslagTests.JsonAsync(flere)).GetProperty("kode").GetString());
    }

    [Theory, TestDatabases]
    public async Task Bodies_that_are_no_order_are_400_with_the_place_of_the_fault(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var (kropp, type, ventet) in new[]
        {
            ("", "application/json", "linje 1"), ("{", "application/json", "linje 1"), ("[]", "application/json", "objekt"),
            ("{}", "application/json", "mangler"), ("""{"foedselsEllerDNummer":"x"}""", "application/json", "liste"),
            ("""{"foedselsEllerDNummer":["14838534083",5]}""", "application/json", "[1]"),
            ("""{"foedselsEllerDNummer":[null]}""", "application/json", "[0]"), ("""{"foedselsEllerDNummer":["\ud800"]}""", "application/json", "UTF-8"),
            ("""{"foedselsEllerDNummer":[],"foedselsEllerDNummer":[]}""", "application/json", "mer enn én"),
            ("""{"foedselsEllerDNummer":[]} x""", "application/json", "linje 1"), ("<a><b/></a>", "application/xml", "foedselsEllerDNummer"),
            ("<a>", "application/xml", "XML"), ("", "application/xml", "XML"),
            ("<!DOCTYPE a [<!ENTITY x \"y\">]><a><foedselsEllerDNummer>&x;</foedselsEllerDNummer></a>", "application/xml", "XML"),
            ("<a><foedselsEllerDNummer>1<b/></foedselsEllerDNummer></a>", "application/xml", "XML"),
            ("<a><foedselsEllerDNummer>123</foedselsEllerDNummer></a>", "application/xml", "[0]"),
        })
        {
            using var svar = await SendAsync(vert, Sti, kropp, type, "application/json");
            Assert.True(svar.StatusCode == HttpStatusCode.BadRequest, $"{(int)svar.StatusCode} for {kropp}");
            var feil = await OppslagTests.JsonAsync(svar);
            Assert.Equal("FREG-001", feil.GetProperty("kode").GetString());
            Assert.Contains(ventet, feil.GetProperty("melding").GetString());
        }
    }

    [Theory, TestDatabases]
    public async Task Wrong_media_type_too_large_a_body_and_a_bad_switch_are_refused(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        var kropp = $$"""{"foedselsEllerDNummer":["{{Register.Ola.ToWire()}}"]}""";
        foreach (var type in new[] { "text/plain", "application/json; charset=iso-8859-1", "tull" })
        {
            using var svar = await SendAsync(vert, Sti, kropp, type);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, svar.StatusCode);
        }

        using var pakket = new ByteArrayContent([0x1f, 0x8b]) { Headers = { { "Content-Type", "application/json" }, { "Content-Encoding", "gzip" } } };
        using var koding = await vert.SendAsync(HttpMethod.Post, Sti, innhold: pakket);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, koding.StatusCode);
        using var stor = await SendAsync(vert, Sti, new string(' ', 10_000_000) + kropp, "application/json");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, stor.StatusCode);
        using var bryter = await SendAsync(vert, Sti + "?somBestilt=kanskje", kropp, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, bryter.StatusCode);
        using var del = await SendAsync(vert, Sti + "?part=tull", kropp, "application/json");
        Assert.Equal(HttpStatusCode.NotAcceptable, del.StatusCode);
        using var accept = await SendAsync(vert, Sti, kropp, "application/json", "text/html");
        Assert.Equal(HttpStatusCode.NotAcceptable, accept.StatusCode);
    }

    private static Task<HttpResponseMessage> BestillAsync(Registervert vert, string sti, string[] numre) =>
        SendAsync(vert, sti, JsonSerializer.Serialize(new { foedselsEllerDNummer = numre }), "application/json");

    private static async Task<HttpResponseMessage> SendAsync(
        Registervert vert, string sti, string kropp, string type, string? accept = null)
    {
        using var innhold = new ByteArrayContent(Encoding.UTF8.GetBytes(kropp));
        innhold.Headers.TryAddWithoutValidation("Content-Type", type);
        return await vert.SendAsync(HttpMethod.Post, sti, accept, innhold);
    }
}

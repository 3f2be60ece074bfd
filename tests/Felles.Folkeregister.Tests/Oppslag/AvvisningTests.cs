using System.Net;
using System.Xml.Linq;
using Felles.Folkeregister.Tests.Vert;
using Felles.Storage;
using Felles.Testing.Databaser;

namespace Felles.Folkeregister.Tests.Oppslag;

/// <summary>Each documented refusal of the services, with its status and its body.</summary>
public sealed class AvvisningTests
{
    private static string Kari => Register.Omh($"personer/{Register.Kari.ToWire()}");

    [Theory, TestDatabases]
    public async Task A_malformed_number_is_400_and_says_what_is_wrong(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var (nummer, ventet) in new[]
        {
            ("1483853408", "elleve sifre"), ("148385340833", "elleve sifre"), ("1483853408x", "elleve sifre"), ("%F0%9F%98%80", "elleve sifre"),
            ("14838534%2083", "elleve sifre"), ("٣٤٨٣٨٥٣٤٠٨٣", "elleve sifre"), ("99999999999", "dato"), ("14838534084", "kontrollsiffer"),
            ("14438534083", "40 lagt til"), ("soekk", "elleve sifre"),
        })
        {
            using var svar = await vert.HentAsync(Register.Omh($"personer/{nummer}"));
            Assert.Equal(HttpStatusCode.BadRequest, svar.StatusCode);
            var feil = await OppslagTests.JsonAsync(svar);
            Assert.Equal("FREG-001", feil.GetProperty("kode").GetString());
            Assert.Contains(ventet, feil.GetProperty("melding").GetString());
            Assert.DoesNotContain(nummer, feil.GetRawText());
        }
    }

    [Theory, TestDatabases]
    public async Task An_unknown_person_is_404(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var svar = await vert.HentAsync(Register.Omh($"personer/{Register.Ukjent.ToWire()}"));
        Assert.Equal(HttpStatusCode.NotFound, svar.StatusCode);
        Assert.Equal("""{"kode":"FREG-001","melding":"Ukjent person."}""", await svar.Content.ReadAsStringAsync());
    }

    [Theory, TestDatabases]
    public async Task A_missing_or_worthless_token_is_401_with_a_FolkeregisterFeilmelding(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using (var uten = await vert.Klient.GetAsync(Kari))
            await SjekkAsync(uten, HttpStatusCode.Unauthorized, "tokenMangler");
        var scope = Registervert.AlleScopes;
        foreach (var token in new[]
        {
            "tull", "a.b.c", new string('x', 9000), Testnoekler.Token(Registervert.Konsument, scope, gyldigI: -60),
            Testnoekler.Token(Registervert.Konsument, scope, fremmed: true),
            Testnoekler.Token(Registervert.Konsument, scope, utsteder: "https://annen.test/"),
            Testnoekler.Token(Registervert.Konsument, scope, audience: "https://annen.test/"),
            vert.Bearer[..^10] + "AAAAAAAAAA",
        })
        {
            using var svar = await vert.HentAsync(Kari, token: token);
            await SjekkAsync(svar, HttpStatusCode.Unauthorized, "tokenUgyldig");
            Assert.Contains("invalid_token", svar.Headers.WwwAuthenticate.ToString());
        }
    }

    [Theory, TestDatabases]
    public async Task Another_packages_scope_and_a_closed_package_are_403(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var annet = await vert.HentAsync(Kari, token: Testnoekler.Token(Registervert.Konsument, "folkeregister:deling/finans"));
        await SjekkAsync(annet, HttpStatusCode.Forbidden, "scopeMangler");
        using var stengt = await vert.HentAsync(Kari, token: Testnoekler.Token(Registervert.UtenTilgang, Registervert.AlleScopes));
        await SjekkAsync(stengt, HttpStatusCode.Forbidden, "pakkeIkkeAapnet");
    }

    [Theory, TestDatabases]
    public async Task The_segment_coordinators_scope_opens_the_same_package(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var svar = await vert.HentAsync(
            Kari, token: Testnoekler.Token(Registervert.Konsument, "folkeregister:deling/offentligmedhjemmel.segmentansvarlig"));
        Assert.Equal(HttpStatusCode.OK, svar.StatusCode);
    }

    [Theory, TestDatabases]
    public async Task A_bad_part_and_a_bad_Accept_are_406(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        foreach (var part in new[] { "tull", "", "navn,status", "forholdTilSametingetsValgmanntall", "%00", "%ZZ" })
        {
            using var svar = await vert.HentAsync($"{Kari}?part={part}");
            await SjekkAsync(svar, HttpStatusCode.NotAcceptable, "ugyldigPart");
        }

        foreach (var accept in new[] { "text/html", "application/json;q=0", "image/*", "application/atom+xml" })
        {
            using var svar = await vert.HentAsync(Kari, accept);
            await SjekkAsync(svar, HttpStatusCode.NotAcceptable, "ugyldigAccept");
        }
    }

    [Theory, TestDatabases]
    public async Task A_refusal_is_xml_for_who_asks_for_xml(Dialect dialect)
    {
        var vert = await Register.For(dialect);
        using var svar = await vert.HentAsync($"{Kari}?part=%00%01tull", "application/xml");
        Assert.Equal("application/xml", svar.Content.Headers.ContentType!.MediaType);
        var rot = XDocument.Parse(await svar.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("folkeregisterFeilmelding", rot.Name.LocalName);
        Assert.Equal("406", rot.Element("httpStatus")!.Value);
    }

    private static async Task SjekkAsync(HttpResponseMessage svar, HttpStatusCode status, string feilkode)
    {
        Assert.Equal(status, svar.StatusCode);
        var feil = await OppslagTests.JsonAsync(svar);
        Assert.Equal(["httpStatus", "alvorlighetsgrad", "feilkode", "feilmelding", "tilleggsinformasjon"], feil.EnumerateObject().Select(m => m.Name));
        Assert.Equal((int)status, feil.GetProperty("httpStatus").GetInt32());
        Assert.Equal(feilkode, feil.GetProperty("feilkode").GetString());
    }
}

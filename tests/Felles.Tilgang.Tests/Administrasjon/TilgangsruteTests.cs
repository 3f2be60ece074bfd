using System.Net;
using System.Text.Json;

namespace Felles.Tilgang.Tests.Administrasjon;

public sealed class TilgangsruteTests(Sandkasse sandkasse) : IClassFixture<Sandkasse>
{
    private const string Scope = "scope=krr%3Aglobal%2Fhentendring.read";
    private static readonly string Leverandoer = Virksomheter.Sandkasse("leverandoer").ToWire();
    private static readonly string Inkasso = Virksomheter.Sandkasse("inkasso").ToWire();

    [Fact]
    public async Task A_grant_is_given_listed_and_withdrawn()
    {
        var gitt = await sandkasse.KallAsync("PUT", $"tilganger/{Leverandoer}?{Scope}&grunn=avtale");
        Assert.Equal((HttpStatusCode.OK, "APPROVED"), (gitt.Status, gitt.Felt("status")));
        Assert.Contains("\"APPROVED\"", (await sandkasse.KallAsync("GET", $"tilganger/{Leverandoer}")).Tekst);
        Assert.Contains(Leverandoer, (await sandkasse.KallAsync("GET", $"tilganger?{Scope}")).Tekst);
        Assert.DoesNotContain(Leverandoer, (await sandkasse.KallAsync("GET", $"tilganger?{Scope}&etter={Leverandoer}")).Tekst);
        var trukket = await sandkasse.KallAsync("DELETE", $"tilganger/{Leverandoer}?{Scope}");
        Assert.Equal((HttpStatusCode.OK, "DENIED", gitt.Felt("opprettet")),
            (trukket.Status, trukket.Felt("status"), trukket.Felt("opprettet")));
    }

    [Fact]
    public async Task A_scope_is_made_changed_and_listed()
    {
        const string Navn = "proeve:nytt/omraade.write";
        var ny = await sandkasse.KallAsync(
            "PUT", "scopes", $$"""{"scope":"{{Navn}}","description":"prøve","owner_orgcode":"{{Inkasso}}","visibility":"PRIVATE","at_max_age":30}""");
        Assert.Equal((HttpStatusCode.OK, Navn, Inkasso, "PRIVATE", "30", "True"), (
            ny.Status, ny.Felt("scope"), ny.Felt("owner_orgcode"), ny.Felt("visibility"), ny.Felt("at_max_age"), ny.Felt("active")));
        var gitt = await sandkasse.KallAsync("PUT", $"tilganger/{Inkasso}?scope={Uri.EscapeDataString(Navn)}");
        Assert.Equal("APPROVED", gitt.Felt("status"));
        var endret = await sandkasse.KallAsync(
            "PUT", "scopes", $$"""{"scope":"{{Navn}}","description":"prøve","active":false,"allowed_integration_types":["maskinporten"],"grunn":"slutt"}""");
        Assert.Equal(("False", "PUBLIC", ""), (endret.Felt("active"), endret.Felt("visibility"), endret.Felt("owner_orgcode")));
        var liste = await sandkasse.KallAsync("GET", "scopes");
        Assert.Equal(endret.Tekst, liste.Json.EnumerateArray().Single(s => s.GetProperty("scope").GetString() == Navn).GetRawText());
    }

    [Theory]
    [InlineData("scope", "7", "medlem-feil-type", "scope")]
    [InlineData("scope", "\"uten-prefix\"", "ugyldig-scope", "prefix")]
    [InlineData("scope", "\"proeve:\"", "ugyldig-scope", "subscope")]
    [InlineData("scope", "\"proeve:a//b\"", "ugyldig-scope", "subscope")]
    [InlineData("description", "\"\"", "medlem-ugyldig", "description")]
    [InlineData("owner_orgcode", "\"123456789\"", "ugyldig-parameter", "owner_orgcode")]
    [InlineData("visibility", "\"public\"", "ugyldig-parameter", "visibility")]
    [InlineData("at_max_age", "-1", "ugyldig-scope", "at_max_age")]
    [InlineData("at_max_age", "\"30\"", "medlem-feil-type", "at_max_age")]
    [InlineData("allowed_integration_types", "[\"to ord\"]", "ugyldig-scope", "allowed_integration_types")]
    [InlineData("accessible_for_all", "1", "medlem-feil-type", "accessible_for_all")]
    [InlineData("navn", "\"x\"", "medlem-ukjent", "navn")]
    public async Task A_scope_that_cannot_be_is_refused_with_code_and_place(string medlem, string verdi, string kode, string sti)
    {
        Dictionary<string, string> kropp = new() { ["scope"] = "\"proeve:b\"", ["description"] = "\"b\"", [medlem] = verdi };
        var json = $"{{{string.Join(',', kropp.Select(m => $"\"{m.Key}\":{m.Value}"))}}}";
        (await sandkasse.KallAsync("PUT", "scopes", json)).ErAvvist(HttpStatusCode.BadRequest, kode, sti);
        Assert.DoesNotContain("proeve:b\"", (await sandkasse.KallAsync("GET", "scopes")).Tekst);
    }

    [Fact]
    public async Task A_package_is_opened_listed_and_closed()
    {
        Assert.Equal("True", (await sandkasse.KallAsync("PUT", $"pakker/{Inkasso}/privat")).Felt("aapen"));
        Assert.Equal("False", (await sandkasse.KallAsync("DELETE", $"pakker/{Inkasso}/privat")).Felt("aapen"));
        var liste = await sandkasse.KallAsync("GET", $"pakker/{Inkasso}");
        Assert.Contains(liste.Json.EnumerateArray(), p =>
            p.GetProperty("pakke").GetString() == "privat" && !p.GetProperty("aapen").GetBoolean());
    }

    [Fact]
    public async Task A_role_is_given_listed_and_withdrawn()
    {
        var kropp = $$"""{"issuer":"https://idp.example","subject":"abc","orgnr":"{{Inkasso}}","rolle":"saksbehandler","grunn":"ansatt"}""";
        var gitt = await sandkasse.KallAsync("POST", "roller", kropp);
        Assert.Equal(HttpStatusCode.Created, gitt.Status);
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.KallAsync("POST", "roller", kropp)).Status);
        Assert.Equal("False", (await sandkasse.KallAsync("DELETE", $"roller/{gitt.Felt("id")}")).Felt("aktiv"));
        Assert.Equal(1, (await sandkasse.KallAsync("GET", $"roller?orgnr={Inkasso}")).Json.GetArrayLength());
    }

    [Theory]
    [InlineData("PUT", "tilganger/123456789?" + Scope, HttpStatusCode.BadRequest, "ugyldig-organisasjonsnummer", "orgnr")]
    [InlineData("GET", "tilganger/24907999374", HttpStatusCode.BadRequest, "ugyldig-organisasjonsnummer", "orgnr")]
    [InlineData("PUT", "tilganger/313409954?" + Scope, HttpStatusCode.BadRequest, "ugyldig-organisasjonsnummer", "orgnr")]
    [InlineData("PUT", "tilganger/31526018%33x?" + Scope, HttpStatusCode.BadRequest, "ugyldig-organisasjonsnummer", "orgnr")]
    [InlineData("PUT", "tilganger/974761076?" + Scope, HttpStatusCode.NotFound, "ukjent-virksomhet", "orgnr")]
    [InlineData("PUT", "tilganger/315260183", HttpStatusCode.BadRequest, "ugyldig-parameter", "scope")]
    [InlineData("PUT", "tilganger/315260183?scope=", HttpStatusCode.BadRequest, "ugyldig-parameter", "scope")]
    [InlineData("PUT", "tilganger/315260183?scope=a&scope=b", HttpStatusCode.BadRequest, "ugyldig-parameter", "scope")]
    [InlineData("PUT", "tilganger/315260183?scope=%00", HttpStatusCode.BadRequest, "ugyldig-parameter", "scope")]
    [InlineData("PUT", "tilganger/315260183?scope=finnes:ikke", HttpStatusCode.BadRequest, "ukjent-scope", "scope")]
    [InlineData("DELETE", "tilganger/315260183?scope=finnes:ikke", HttpStatusCode.BadRequest, "ukjent-scope", "scope")]
    [InlineData("PUT", "tilganger/315260183?" + Scope + "&grunn=%0A", HttpStatusCode.BadRequest, "ugyldig-parameter", "grunn")]
    [InlineData("GET", "tilganger", HttpStatusCode.BadRequest, "ugyldig-parameter", "scope")]
    [InlineData("GET", "tilganger?" + Scope + "&etter=x", HttpStatusCode.BadRequest, "ugyldig-parameter", "etter")]
    [InlineData("GET", "tilganger?" + Scope + "&antall=0", HttpStatusCode.BadRequest, "ugyldig-parameter", "antall")]
    [InlineData("GET", "tilganger?" + Scope + "&antall=99999999999", HttpStatusCode.BadRequest, "ugyldig-parameter", "antall")]
    [InlineData("PUT", "pakker/315260183/finnesikke", HttpStatusCode.NotFound, "ukjent-pakke", "pakke")]
    [InlineData("PUT", "pakker/3152601831/finans", HttpStatusCode.BadRequest, "ugyldig-organisasjonsnummer", "orgnr")]
    [InlineData("PUT", "pakker/974761076/finans", HttpStatusCode.NotFound, "ukjent-virksomhet", "orgnr")]
    [InlineData("GET", "roller", HttpStatusCode.BadRequest, "ugyldig-organisasjonsnummer", "orgnr")]
    [InlineData("DELETE", "roller/0", HttpStatusCode.NotFound, "rolle-finnes-ikke", "id")]
    [InlineData("DELETE", "roller/-1", HttpStatusCode.NotFound, "rolle-finnes-ikke", "id")]
    [InlineData("DELETE", "roller/99999999999999999999", HttpStatusCode.NotFound, "rolle-finnes-ikke", "id")]
    public async Task A_wrong_address_is_refused_with_code_and_place(string metode, string sti, HttpStatusCode status, string kode,
        string hvor) =>
        (await sandkasse.KallAsync(metode, sti)).ErAvvist(status, kode, hvor);

    [Theory]
    [InlineData("issuer", "null", "medlem-mangler")]
    [InlineData("issuer", "1", "medlem-feil-type")]
    [InlineData("issuer", "\"\"", "medlem-ugyldig")]
    [InlineData("issuer", "\"\\u0000\"", "medlem-ugyldig")]
    [InlineData("subject", "null", "medlem-mangler")]
    [InlineData("subject", "[]", "medlem-feil-type")]
    [InlineData("orgnr", "null", "medlem-mangler")]
    [InlineData("orgnr", "315260183", "medlem-feil-type")]
    [InlineData("orgnr", "\"315260184\"", "ugyldig-organisasjonsnummer")]
    [InlineData("orgnr", "\"974761076\"", "ukjent-virksomhet")]
    [InlineData("rolle", "null", "medlem-mangler")]
    [InlineData("rolle", "{}", "medlem-feil-type")]
    [InlineData("rolle", "\"keiser\"", "ukjent-rolle")]
    [InlineData("grunn", "true", "medlem-feil-type")]
    [InlineData("extra", "1", "medlem-ukjent")]
    public async Task A_wrong_member_of_a_role_is_refused_with_code_and_place(string medlem, string verdi, string kode)
    {
        Dictionary<string, string> kropp = new()
        {
            ["issuer"] = "\"i\"", ["subject"] = "\"s\"", ["orgnr"] = "\"315260183\"", ["rolle"] = "\"drift\"", [medlem] = verdi,
        };
        var json = $"{{{string.Join(',', kropp.Select(m => $"\"{m.Key}\":{m.Value}"))}}}";
        (await sandkasse.KallAsync("POST", "roller", json)).ErAvvist(HttpStatusCode.BadRequest, kode, medlem);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_for_every_member()
    {
        foreach (var (medlem, lengde) in new[] { ("issuer", 501), ("subject", 256), ("rolle", 51), ("grunn", 501), ("orgnr", 10) })
        {
            Dictionary<string, string> kropp = new()
            {
                ["issuer"] = "i", ["subject"] = "s", ["orgnr"] = "315260183", ["rolle"] = "drift", [medlem] = new('x', lengde),
            };
            (await sandkasse.KallAsync("POST", "roller", JsonSerializer.Serialize(kropp)))
                .ErAvvist(HttpStatusCode.BadRequest, "medlem-ugyldig", medlem);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"a\":")]
    [InlineData("{\"rolle\":\"a\",\"rolle\":\"b\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"rolle\":\"\\ud800\"}")]
    [InlineData("{\"rolle\":[\"\\ud800\"]}")]
    public async Task A_body_that_is_not_one_object_is_refused(string kropp) =>
        (await sandkasse.KallAsync("POST", "roller", kropp)).ErAvvist(HttpStatusCode.BadRequest, "ugyldig-json");

    [Fact]
    public async Task All_faults_of_a_body_are_told_at_once()
    {
        var svar = await sandkasse.KallAsync("POST", "roller", """{"issuer":1,"orgnr":"x"}""");
        svar.ErAvvist(HttpStatusCode.BadRequest, "flere-feil");
        Assert.Equal(["issuer", "subject", "orgnr", "rolle"], svar.Json.GetProperty("funn").EnumerateArray()
            .Select(f => f.GetProperty("sti").GetString()));
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_of_another_type_is_refused()
    {
        (await sandkasse.KallAsync("POST", "roller", new string(' ', 70_000)))
            .ErAvvist(HttpStatusCode.RequestEntityTooLarge, "for-stor-kropp");
        (await sandkasse.KallAsync("POST", "roller", "{}", "text/plain")).ErAvvist(HttpStatusCode.UnsupportedMediaType, "feil-medietype");
    }
}

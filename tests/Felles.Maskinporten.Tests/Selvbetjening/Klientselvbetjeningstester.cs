using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests.Selvbetjening;

/// <summary>Clients and their keys in the self-service API.</summary>
public sealed class Klientselvbetjeningstester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private const string Dcr = "idporten:dcr.read idporten:dcr.write idporten:dcr.modify";
    private const string MedHjemmel = "folkeregister:deling/offentligmedhjemmel";

    private const string Ny = """
        {"client_name":"Fagsystem","description":"Saker","integration_type":"maskinporten","application_type":"web",
         "token_endpoint_auth_method":"private_key_jwt","grant_types":["urn:ietf:params:oauth:grant-type:jwt-bearer"],
         "scopes":["folkeregister:deling/offentligmedhjemmel"]}
        """;

    private static readonly string[] Medlemmer =
    [
        "client_id", "client_name", "client_orgno", "supplier_orgno", "description", "client_uri", "integration_type", "application_type",
        "token_endpoint_auth_method", "grant_types", "scopes", "redirect_uris", "post_logout_redirect_uris", "access_token_lifetime",
        "active", "created", "last_updated",
    ];

    private readonly Maskinportenvert vert = fikstur.Vert;

    [Theory, TestDatabases]
    public async Task A_supplier_registers_a_client_with_a_key_and_acts_for_its_consumer_with_it(Dialect dialect)
    {
        await using var egen = await Maskinportenvert.StartAsync(dialect);
        var token = await TokenAsync(egen, "leverandoer-admin");
        var svar = await KallAsync(egen, token, "POST", "/clients", Ny);
        Assert.Equal(HttpStatusCode.Created, svar.Status);
        Assert.Equal(Medlemmer, svar.Json.EnumerateObject().Select(m => m.Name));
        Assert.Equal("310308242", svar.Json.GetProperty("client_orgno").GetString());
        var id = svar.Json.GetProperty("client_id").GetString()!;
        Assert.True(Guid.TryParse(id, out _));

        using var rsa = RSA.Create(2048);
        var noekkel = await KallAsync(egen, token, "POST", $"/clients/{id}/jwks", Noekler(("n1", rsa)));
        Assert.Equal(HttpStatusCode.Created, noekkel.Status);
        Assert.Equal(["keys", "created", "last_updated"], noekkel.Json.EnumerateObject().Select(m => m.Name));
        var klient = new Testklient(id, "n1", rsa, [MedHjemmel]);
        Assert.Equal(200, (await egen.HentAsync(egen.Assertion(klient).Med("consumer_org", "315260183"))).Status);

        // What was read can be sent again, and renews the key; PUT replaces the set.
        Assert.Equal(HttpStatusCode.OK, (await KallAsync(egen, token, "PUT", $"/clients/{id}/jwks", noekkel.Tekst)).Status);
        using var ny = RSA.Create(2048);
        Assert.Equal(HttpStatusCode.OK, (await KallAsync(egen, token, "PUT", $"/clients/{id}/jwks", Noekler(("n2", ny)))).Status);
        var gammel = await egen.HentAsync(egen.Assertion(klient).Med("consumer_org", "315260183"));
        Assert.StartsWith("MP-100", gammel.Beskrivelse);
        var lest = (await KallAsync(egen, token, "GET", $"/clients/{id}/jwks")).Json.GetProperty("keys")[0];
        Assert.Equal(("n2", "RSA", "sig", "RS256"), (
            lest.GetProperty("kid").GetString(), lest.GetProperty("kty").GetString(), lest.GetProperty("use").GetString(),
            lest.GetProperty("alg").GetString()));
    }

    [Fact]
    public async Task A_client_is_read_changed_and_deactivated_and_never_deleted()
    {
        var token = await TokenAsync(vert, "kommune-admin");
        var svar = await KallAsync(vert, token, "POST", "/clients", Ny);
        var id = svar.Json.GetProperty("client_id").GetString()!;
        Assert.Equal(svar.Tekst, (await KallAsync(vert, token, "GET", $"/clients/{id}")).Tekst);
        var helt = JsonNode.Parse(svar.Tekst)!.AsObject();
        helt["client_name"] = "Nytt navn";
        helt["client_uri"] = "https://kommune.example/";
        helt["access_token_lifetime"] = 300;
        helt["scopes"] = new JsonArray();
        var endret = await KallAsync(vert, token, "PUT", $"/clients/{id}", helt.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, endret.Status);
        helt["last_updated"] = endret.Json.GetProperty("last_updated").GetString();
        Assert.True(JsonNode.DeepEquals(helt, JsonNode.Parse(endret.Tekst)), endret.Tekst);

        var av = await KallAsync(vert, token, "DELETE", $"/clients/{id}");
        Assert.Equal((HttpStatusCode.OK, false), (av.Status, av.Json.GetProperty("active").GetBoolean()));
        Assert.DoesNotContain(id, (await KallAsync(vert, token, "GET", "/clients")).Tekst);
        Assert.Contains(id, (await KallAsync(vert, token, "GET", "/clients?inactive=true")).Tekst);
        ErAvvist(await KallAsync(vert, token, "POST", $"/clients/{id}/secret"), HttpStatusCode.BadRequest, "MPK-034");
    }

    [Fact]
    public async Task Another_organisations_client_does_not_exist()
    {
        var token = await TokenAsync(vert, "kommune-admin");
        foreach (var id in new[] { vert.Klient("bank").ClientId, "finnes-ikke" })
        {
            ErAvvist(await KallAsync(vert, token, "GET", $"/clients/{id}"), HttpStatusCode.NotFound, "MPK-008");
            ErAvvist(await KallAsync(vert, token, "PUT", $"/clients/{id}", Ny), HttpStatusCode.NotFound, "MPK-008");
            ErAvvist(await KallAsync(vert, token, "DELETE", $"/clients/{id}"), HttpStatusCode.NotFound, "MPK-008");
            ErAvvist(await KallAsync(vert, token, "GET", $"/clients/{id}/jwks"), HttpStatusCode.NotFound, "MPK-008");
            ErAvvist(await KallAsync(vert, token, "PUT", $"/clients/{id}/jwks", """{"keys":[]}"""), HttpStatusCode.NotFound, "MPK-008");
            ErAvvist(await KallAsync(vert, token, "POST", $"/clients/{id}/secret"), HttpStatusCode.NotFound, "MPK-008");
        }

        Assert.True(vert.Klienter.Finn(vert.Klient("bank").ClientId)!.Aktiv);
        Assert.DoesNotContain(vert.Klient("bank").ClientId, (await KallAsync(vert, token, "GET", "/clients?inactive=true")).Tekst);
    }

    [Theory]
    [InlineData("client_name", null, "medlem-mangler")]
    [InlineData("client_name", "1", "medlem-feil-type")]
    [InlineData("client_name", "\"LANG\"", "medlem-ugyldig")]
    [InlineData("description", "\"LANG\"", "medlem-ugyldig")]
    [InlineData("client_uri", "\"javascript:1\"", "medlem-ugyldig")]
    [InlineData("client_orgno", "\"310166138\"", "MPK-007")]
    [InlineData("integration_type", "\"idporten\"", "MPK-031")]
    [InlineData("integration_type", "\"tull\"", "medlem-ugyldig")]
    [InlineData("integration_type", "\"krr\"", "MPK-032", "scopes")]
    [InlineData("application_type", "\"app\"", "medlem-ugyldig")]
    [InlineData("token_endpoint_auth_method", "\"client_secret_basic\"", "MPK-031")]
    [InlineData("grant_types", "[\"authorization_code\"]", "MPK-031")]
    [InlineData("grant_types", "\"jwt_bearer_token\"", "medlem-feil-type")]
    [InlineData("scopes", "[\"finnes:ikke\"]", "MPK-033", "scopes[0]")]
    [InlineData("scopes", "[1]", "medlem-feil-type")]
    [InlineData("redirect_uris", "[\"https://a.example/\"]", "MPK-031")]
    [InlineData("frontchannel_logout_uri", "\"https://a.example/\"", "MPK-031")]
    [InlineData("access_token_lifetime", "-1", "MPK-005")]
    [InlineData("access_token_lifetime", "86401", "MPK-005")]
    [InlineData("access_token_lifetime", "\"1\"", "medlem-feil-type")]
    [InlineData("refresh_token_usage", "\"TO\"", "medlem-ugyldig")]
    [InlineData("sso_disabled", "1", "medlem-feil-type")]
    [InlineData("active", "\"ja\"", "medlem-feil-type")]
    [InlineData("finnesikke", "1", "medlem-ukjent")]
    public async Task Every_member_is_judged_and_nothing_is_registered(string medlem, string? verdi, string kode, string? sti = null)
    {
        var token = await TokenAsync(vert, "kommune-admin");
        var kropp = JsonNode.Parse(Ny)!.AsObject();
        kropp["client_name"] = "feilmodell";
        kropp.Remove(medlem);
        if (verdi is not null) kropp[medlem] = JsonNode.Parse(verdi.Replace("LANG", new string('x', 1001)));
        ErAvvist(await KallAsync(vert, token, "POST", "/clients", kropp.ToJsonString()), HttpStatusCode.BadRequest, kode, sti ?? medlem);
        Assert.DoesNotContain("feilmodell", (await KallAsync(vert, token, "GET", "/clients?inactive=true")).Tekst);
    }

    [Fact]
    public async Task A_client_of_krr_has_the_two_scopes_of_its_type_and_keeps_the_type()
    {
        var token = await TokenAsync(vert, "kommune-admin");
        var svar = await KallAsync(vert, token, "POST", "/clients", """{"client_name":"krr","integration_type":"krr"}""");
        Assert.Equal(
            """["krr:global/digitalpost.read","krr:global/kontaktinformasjon.read"]""", svar.Json.GetProperty("scopes").GetRawText());
        var sti = $"/clients/{svar.Json.GetProperty("client_id").GetString()}";
        ErAvvist(await KallAsync(vert, token, "PUT", sti, Ny), HttpStatusCode.BadRequest, "MPK-030", "integration_type");
        ErAvvist(
            await KallAsync(vert, token, "PUT", sti, $$"""{"client_name":"krr","scopes":["{{MedHjemmel}}"]}"""), HttpStatusCode.BadRequest,
            "MPK-032", "scopes");
    }

    [Fact]
    public async Task Keys_that_are_none_are_refused_and_the_set_stays()
    {
        var token = await TokenAsync(vert, "kommune-admin");
        var id = (await KallAsync(vert, token, "POST", "/clients", Ny)).Json.GetProperty("client_id").GetString();
        using var rsa = RSA.Create(2048);
        var sti = $"/clients/{id}/jwks";
        await KallAsync(vert, token, "POST", sti, Noekler(("fast", rsa)));
        var god = JsonNode.Parse(Noekler(("a", rsa)))!["keys"]![0]!.ToJsonString();
        ErAvvist(await KallAsync(vert, token, "PUT", sti, "{}"), HttpStatusCode.BadRequest, "medlem-mangler", "keys");
        ErAvvist(await KallAsync(vert, token, "PUT", sti, """{"keys":[{"kty":"EC","kid":"a"}]}"""), HttpStatusCode.BadRequest, "MPK-012", "keys[0]");
        ErAvvist(await KallAsync(vert, token, "PUT", sti, $$"""{"keys":[{{god}},{{god}}]}"""), HttpStatusCode.BadRequest, "MPK-011", "keys[1].kid");
        ErAvvist(
            await KallAsync(vert, token, "PUT", sti, $$"""{"keys":[{{god.Replace("\"kid\"", "\"d\":\"AQAB\",\"kid\"")}}]}"""),
            HttpStatusCode.BadRequest, "MPK-014", "keys[0]");
        var seks = string.Join(',', Enumerable.Range(0, 6).Select(i => god.Replace("\"a\"", $"\"a{i}\"")));
        ErAvvist(await KallAsync(vert, token, "PUT", sti, $$"""{"keys":[{{seks}}]}"""), HttpStatusCode.BadRequest, "MPK-010", "keys");
        Assert.Equal("fast", (await KallAsync(vert, token, "GET", sti)).Json.GetProperty("keys")[0].GetProperty("kid").GetString());
    }

    [Fact]
    public async Task A_token_to_read_changes_nothing_and_one_to_change_makes_nothing()
    {
        var lesing = await TokenAsync(vert, "kommune-admin", "idporten:dcr.read");
        var endring = await TokenAsync(vert, "kommune-admin", "idporten:dcr.modify");
        Assert.Equal(HttpStatusCode.OK, (await KallAsync(vert, lesing, "GET", "/clients")).Status);
        foreach (var (metode, sti) in new[] { ("POST", "/clients"), ("PUT", "/clients/x"), ("DELETE", "/clients/x"), ("POST", "/clients/x/jwks") })
            ErAvvist(await KallAsync(vert, lesing, metode, sti, Ny), HttpStatusCode.Forbidden, "scope-ikke-i-token");
        ErAvvist(await KallAsync(vert, endring, "POST", "/clients", Ny), HttpStatusCode.Forbidden, "scope-ikke-i-token");
        ErAvvist(await KallAsync(vert, null, "GET", "/clients"), HttpStatusCode.Unauthorized, "token-mangler");
    }

    private static string Noekler(params (string Kid, RSA Noekkel)[] noekler) => new JsonObject
    {
        ["keys"] = new JsonArray([.. noekler.Select(n => Testklient.Offentlig(n.Kid, n.Noekkel)).Select(j => new JsonObject
        {
            ["kty"] = "RSA", ["alg"] = "RS256", ["use"] = "sig", ["kid"] = j.Kid, ["n"] = j.N, ["e"] = j.E,
        })]),
    }.ToJsonString();

    private static async Task<string> TokenAsync(Maskinportenvert vert, string klient, string scope = Dcr) =>
        (await vert.HentAsync(vert.Assertion(klient).Med("scope", scope))).AccessToken;

    private static async Task<(HttpStatusCode Status, JsonElement Json, string Tekst)> KallAsync(
        Maskinportenvert vert, string? token, string metode, string sti, string? kropp = null)
    {
        using var melding = new HttpRequestMessage(new HttpMethod(metode), "/samarbeid/api/v1" + sti);
        if (token is not null) melding.Headers.Authorization = new("Bearer", token);
        if (kropp is not null) melding.Content = new StringContent(kropp, null, "application/json");
        using var svar = await vert.Http.SendAsync(melding);
        var tekst = await svar.Content.ReadAsStringAsync();
        using var dokument = JsonDocument.Parse(tekst);
        return (svar.StatusCode, dokument.RootElement.Clone(), tekst);
    }

    private static void ErAvvist(
        (HttpStatusCode Status, JsonElement Json, string Tekst) svar, HttpStatusCode status, string kode, string? sti = null)
    {
        Assert.True(status == svar.Status, $"{svar.Status}: {svar.Tekst}");
        Assert.Equal(kode, svar.Json.GetProperty("kode").GetString());
        if (sti is not null) Assert.Equal(sti, svar.Json.GetProperty("sti").GetString());
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>Clients through the administration API.</summary>
public sealed class Klientrutetester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private const string Scope = "folkeregister:deling/offentligmedhjemmel";

    private static readonly RSA Noekkel = RSA.Create(2048);

    private readonly Maskinportenvert vert = fikstur.Vert;

    [Fact]
    public async Task A_client_is_registered_changed_closed_and_opened()
    {
        var id = Guid.NewGuid().ToString();
        var klient = new Testklient(id, "a", Noekkel, [Scope]);
        var (status, ny) = await LagreAsync(
            id, $$"""{"orgnr":"315260183","client_name":"sak","scopes":["{{Scope}}"],"keys":[{{Jwk("a")}}],"grunn":"avtale 17"}""");
        Assert.Equal((HttpStatusCode.Created, id, "sak", "315260183"), (status, ny.Text("client_id"), ny.Text("client_name"), ny.Text("orgnr")));
        Assert.Equal(200, (await vert.HentAsync(vert.Assertion(klient))).Status);

        Assert.Equal(HttpStatusCode.OK, (await LagreAsync(id, """{"orgnr":"315260183","active":false,"grunn":"slutt"}""")).Status);
        (await vert.HentAsync(vert.Assertion(klient))).ErAvvist(400, "invalid_grant", "MP-100");

        // What is not named stays as it is; keys are replaced as a whole.
        var (_, aapnet) = await LagreAsync(id, $$"""{"orgnr":"315260183","active":true,"access_token_lifetime":60,"keys":[{{Jwk("b")}}]}""");
        Assert.Equal(("sak", Scope), (aapnet.Text("client_name"), aapnet.GetProperty("scopes")[0].GetString()));
        (await vert.HentAsync(vert.Assertion(klient))).ErAvvist(400, "invalid_grant", "MP-100");
        var svar = await vert.HentAsync(vert.Assertion(new Testklient(id, "b", Noekkel, [Scope])));
        Assert.Equal(60, svar.Innhold.GetProperty("expires_in").GetInt32());

        var (_, vist) = await vert.AdministrerAsync(HttpMethod.Get, $"klienter/{id}");
        Assert.Equal(aapnet.GetRawText(), vist.GetRawText());
        var (_, liste) = await vert.AdministrerAsync(HttpMethod.Get, "klienter?orgnr=315260183");
        Assert.Contains(liste.EnumerateArray(), k => k.Text("client_id") == id);
        Assert.Equal(
            ["avtale 17: ny -> aktiv", "slutt: aktiv -> inaktiv", ": inaktiv -> aktiv"],
            await vert.TekstAsync(
                $"""
                select grunn || ': ' || case when fra is null then 'ny' when fra like 'aktiv%' then 'aktiv' else 'inaktiv' end || ' -> '
                       || case when til like 'aktiv%' then 'aktiv' else 'inaktiv' end
                from maskinporten.endring where type = 'klient' and hvem like 'klient:%@315181909' and gjelder = '{id}' order by id
                """));
    }

    [Fact]
    public async Task Two_first_calls_at_once_register_the_client_and_change_it()
    {
        for (var i = 0; i < 10; i++)
        {
            var id = Guid.NewGuid().ToString();
            var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(n =>
                LagreAsync(id, $$"""{"orgnr":"315260183","client_name":"sak {{n}}","scopes":["a:b"]}""")));
            Assert.Equal(
                [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Created], svar.Select(s => s.Item1).Order());
        }
    }

    [Fact]
    public async Task What_is_as_it_was_is_not_written()
    {
        var id = Guid.NewGuid().ToString();
        const string Kropp = """{"orgnr":"315260183","client_name":"sak","scopes":["a:b"],"access_token_lifetime":60,"active":false}""";
        Assert.Equal(HttpStatusCode.Created, (await LagreAsync(id, Kropp)).Status);
        Assert.Equal(HttpStatusCode.OK, (await LagreAsync(id, Kropp)).Status);
        var klient = vert.Klienter.Finn(id)!;
        Assert.Equal((1, false), (klient.Versjon, klient.Aktiv));
    }

    [Theory]
    [InlineData("x", """{"orgnr":"315260183"}""", "MPK-001", "client_name")]
    [InlineData("x", """{"client_name":"a"}""", "medlem-mangler", "orgnr")]
    [InlineData("x", """{"orgnr":"123456789","client_name":"a"}""", "ugyldig-organisasjonsnummer", "orgnr")]
    [InlineData("x", """{"orgnr":"974761076","client_name":"a"}""", "MPK-006", "orgnr")]
    [InlineData("x%20y", """{"orgnr":"315260183","client_name":"a"}""", "MPK-002", "client_id")]
    [InlineData("x", """{"orgnr":"315260183","client_name":"a","scopes":["uten-prefix"]}""", "MPK-004", "scopes[0]")]
    [InlineData("x", """{"orgnr":"315260183","client_name":"a","scopes":["a:b","\ud800"]}""", "ugyldig-json", null)]
    [InlineData("x", """{"orgnr":"315260183","client_name":"a","scopes":"a:b"}""", "medlem-feil-type", "scopes")]
    [InlineData("x", """{"orgnr":"315260183","client_name":"a","scopes":[1]}""", "medlem-feil-type", "scopes")]
    [InlineData("x", """{"orgnr":"315260183","client_name":"a","access_token_lifetime":-1}""", "MPK-005", "access_token_lifetime")]
    [InlineData("x", """{"orgnr":"315260183","client_name":"a","access_token_lifetime":1.5}""", "medlem-feil-type", "access_token_lifetime")]
    [InlineData("x", """{"orgnr":"315260183","client_name":"a","active":"ja"}""", "medlem-feil-type", "active")]
    [InlineData("x", """{"orgnr":"315260183","client_name":"a","keys":[null]}""", "medlem-feil-type", "keys")]
    [InlineData("x", """{"orgnr":"315260183","client_name":"a","jwks":[]}""", "medlem-ukjent", "jwks")]
    public async Task Bad_input_is_refused_with_code_and_place_and_nothing_is_registered(string id, string kropp, string kode, string? sti)
    {
        var (status, problem) = await LagreAsync(id, kropp);
        Assert.Equal((HttpStatusCode.BadRequest, kode, sti), (status, problem.Text("kode"), problem.Text("sti")));
        Assert.Null(vert.Klienter.Finn("x"));
    }

    [Theory]
    [InlineData("kid", "7", "MPK-011", "keys[0].kid")]
    [InlineData("kty", "\"EC\"", "MPK-012", "keys[0]")]
    [InlineData("n", "\"\\ud800\"", "ugyldig-json", null)]
    [InlineData("n", "null", "MPK-012", "keys[0]")]
    [InlineData("alg", "\"none\"", "MPK-012", "keys[0]")]
    [InlineData("d", "\"AQAB\"", "MPK-014", "keys[0]")]
    [InlineData("qi", "7", "MPK-014", "keys[0]")]
    public async Task A_bad_key_is_refused_with_code_and_place(string medlem, string verdi, string kode, string? sti)
    {
        var jwk = System.Text.Json.Nodes.JsonNode.Parse(Jwk("a"))!.AsObject();
        jwk.Remove(medlem);
        var tekst = $"{jwk.ToJsonString()[..^1]},\"{medlem}\":{verdi}}}";
        var (status, problem) = await LagreAsync("x", $$"""{"orgnr":"315260183","client_name":"a","keys":[{{tekst}}]}""");
        Assert.Equal((HttpStatusCode.BadRequest, kode, sti), (status, problem.Text("kode"), problem.Text("sti")));
    }

    [Fact]
    public async Task A_client_stays_with_its_organisation()
    {
        var bank = vert.Klient("bank").ClientId;
        var (status, problem) = await LagreAsync(bank, """{"orgnr":"315260183","active":false}""");
        Assert.Equal((HttpStatusCode.BadRequest, "MPK-007", "orgnr"), (status, problem.Text("kode"), problem.Text("sti")));
        Assert.True(vert.Klienter.Finn(bank)!.Aktiv);
    }

    [Fact]
    public async Task Nobody_is_found_under_an_unknown_id()
    {
        var (status, problem) = await vert.AdministrerAsync(HttpMethod.Get, "klienter/finnes-ikke");
        Assert.Equal((HttpStatusCode.NotFound, "MPK-008", "client_id"), (status, problem.Text("kode"), problem.Text("sti")));
        Assert.Equal(HttpStatusCode.BadRequest, (await vert.AdministrerAsync(HttpMethod.Get, "klienter?orgnr=1")).Status);
    }

    [Theory]
    [InlineData("GET", "klienter?orgnr=315260183")]
    [InlineData("GET", "klienter/x")]
    [InlineData("PUT", "klienter/x")]
    public async Task Only_the_administration_sees_and_changes_clients(string metode, string sti)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await vert.AdministrerAsync(new(metode), sti, klient: "kommune")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await vert.AdministrerAsync(new(metode), sti, klient: null)).Status);
    }

    private Task<(HttpStatusCode Status, JsonElement Innhold)> LagreAsync(string id, string kropp) =>
        vert.AdministrerAsync(HttpMethod.Put, $"klienter/{id}", kropp);

    private static string Jwk(string kid)
    {
        var jwk = Testklient.Offentlig(kid, Noekkel);
        return $$"""{"kty":"RSA","use":"sig","alg":"RS256","kid":"{{kid}}","n":"{{jwk.N}}","e":"{{jwk.E}}"}""";
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Tests.Administrasjon;

namespace Felles.Tilgang.Tests.Selvbetjening;

/// <summary>Scopes and grants in the self-service API.</summary>
public sealed class SelvbetjeningTests(Administrasjon.Sandkasse sandkasse) : IClassFixture<Administrasjon.Sandkasse>
{
    private const string Rot = "/samarbeid/api/v1";
    private const string Finans = "folkeregister:deling/finans";

    private static readonly string[] Medlemmer =
    [
        "name", "active", "prefix", "subscope", "description", "long_description", "visibility", "at_max_age", "authorization_max_lifetime",
        "owner_orgno", "token_type", "requires_user_consent", "requires_user_authentication", "requires_pseudonymous_tokens",
        "accessible_for_all", "delegation_source", "allowed_integration_types", "created", "last_updated",
    ];

    private static readonly Organisasjonsnummer Tilbyder = Virksomheter.Sandkasse("tilbyder-admin");
    private static readonly Organisasjonsnummer Bank = Virksomheter.Sandkasse("bank");

    [Fact]
    public async Task A_scope_is_made_read_changed_and_deactivated_and_never_made_again()
    {
        var svar = await KallAsync("POST", "/scopes", Ny("livsloep/en"));
        Assert.Equal(HttpStatusCode.Created, svar.Status);
        Assert.Equal(Medlemmer, svar.Json.EnumerateObject().Select(m => m.Name));
        Assert.Equal(("tiger:livsloep/en", "True", Tilbyder.ToWire()), (svar.Felt("name"), svar.Felt("active"), svar.Felt("owner_orgno")));
        Assert.Equal(("SELF_CONTAINED", "0", ""), (svar.Felt("token_type"), svar.Felt("at_max_age"), svar.Felt("delegation_source")));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0[12]:00$", svar.Felt("created"));
        Assert.Equal(svar.Tekst, (await KallAsync("GET", "/scopes?scope=tiger:livsloep/en")).Tekst);
        (await KallAsync("POST", "/scopes", Ny("livsloep/en"))).ErAvvist(HttpStatusCode.Conflict, "scope-finnes", "subscope");

        // What was read goes back as it is, with a change.
        var helt = JsonNode.Parse(svar.Tekst)!.AsObject();
        helt["description"] = "Endret";
        helt["long_description"] = "# Overskrift\nTekst";
        helt["visibility"] = "PRIVATE";
        helt["delegation_source"] = "https://tt02.altinn.no/";
        helt["allowed_integration_types"] = new JsonArray("maskinporten");
        helt["token_type"] = "OPAQUE";
        helt["requires_user_consent"] = true;
        helt["authorization_max_lifetime"] = 60;
        var endret = await KallAsync("PUT", "/scopes?scope=tiger:livsloep/en", helt.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, endret.Status);
        helt["last_updated"] = endret.Felt("last_updated");
        Assert.True(JsonNode.DeepEquals(helt, JsonNode.Parse(endret.Tekst)), endret.Tekst);

        var av = await KallAsync("DELETE", "/scopes?scope=tiger:livsloep/en");
        Assert.Equal((HttpStatusCode.OK, "False", "Endret"), (av.Status, av.Felt("active"), av.Felt("description")));
        Assert.Equal(HttpStatusCode.OK, (await KallAsync("DELETE", "/scopes?scope=tiger:livsloep/en")).Status);
        Assert.DoesNotContain("livsloep/en", (await KallAsync("GET", "/scopes")).Tekst);
        Assert.Contains("livsloep/en", (await KallAsync("GET", "/scopes?inactive=true")).Tekst);
        (await KallAsync("POST", "/scopes", Ny("livsloep/en"))).ErAvvist(HttpStatusCode.Conflict, "scope-finnes", "subscope");
    }

    [Fact]
    public async Task The_public_list_is_open_and_shows_no_private_scope()
    {
        await KallAsync("POST", "/scopes", Ny("offentlig"));
        await KallAsync("POST", "/scopes", Ny("privat").Replace("PUBLIC", "PRIVATE"));
        var liste = await sandkasse.SendAsync("GET", Rot + "/scopes/all?prefix=tiger", null);
        Assert.Equal(HttpStatusCode.OK, liste.Status);
        Assert.Contains("tiger:offentlig", liste.Tekst);
        Assert.DoesNotContain("tiger:privat", liste.Tekst);
        Assert.DoesNotContain("folkeregister:", liste.Tekst);
        Assert.All((await sandkasse.SendAsync("GET", Rot + "/scopes/all?accessible_for_all=true", null)).Json.EnumerateArray(), s =>
            Assert.True(s.GetProperty("accessible_for_all").GetBoolean()));
        // The older address without the version.
        Assert.Equal(liste.Tekst, (await sandkasse.SendAsync("GET", "/samarbeid/scopes/all?prefix=tiger", null)).Tekst);
    }

    [Fact]
    public async Task Another_organisations_scope_is_refused_and_a_hidden_one_does_not_exist()
    {
        (await KallAsync("PUT", $"/scopes?scope={Finans}", Ny("x", medNavn: false))).ErAvvist(HttpStatusCode.Forbidden, "annens-scope", "scope");
        (await KallAsync("DELETE", $"/scopes?scope={Finans}")).ErAvvist(HttpStatusCode.Forbidden, "annens-scope", "scope");
        (await KallAsync("PUT", $"/scopes/access/{Bank}?scope={Finans}")).ErAvvist(HttpStatusCode.Forbidden, "annens-scope", "scope");
        Assert.Equal(HttpStatusCode.OK, (await KallAsync("GET", $"/scopes?scope={Finans}")).Status);
        foreach (var skjult in new[] { Finans + ".segmentansvarlig", "felles:drift", "tiger:finnesikke" })
        {
            (await KallAsync("GET", $"/scopes?scope={skjult}")).ErAvvist(HttpStatusCode.NotFound, "ukjent-scope", "scope");
            (await KallAsync("PUT", $"/scopes?scope={skjult}", Ny("x", medNavn: false))).ErAvvist(HttpStatusCode.NotFound, "ukjent-scope", "scope");
            (await KallAsync("DELETE", $"/scopes?scope={skjult}")).ErAvvist(HttpStatusCode.NotFound, "ukjent-scope", "scope");
            (await KallAsync("DELETE", $"/scopes/access/{Bank}?scope={skjult}")).ErAvvist(HttpStatusCode.NotFound, "ukjent-scope", "scope");
        }

        foreach (var prefiks in new[] { "folkeregister", "ledig" })
        {
            (await KallAsync("POST", "/scopes", Ny("x").Replace("\"tiger\"", $"\"{prefiks}\"")))
                .ErAvvist(HttpStatusCode.Forbidden, "annens-prefiks", "prefix");
        }

        Assert.DoesNotContain("\"ledig\"", (await sandkasse.KallAsync("GET", "prefikser")).Tekst);
        Assert.Contains("\"tiger\"", (await KallAsync("GET", "/prefix")).Tekst);
        Assert.DoesNotContain("folkeregister", (await KallAsync("GET", "/prefix")).Tekst);
        Assert.Equal("https://tt02.altinn.no/", (await KallAsync("GET", "/delegationsources")).Json[0].GetProperty("issuer").GetString());
    }

    [Theory]
    [InlineData("prefix", null, "medlem-mangler")]
    [InlineData("prefix", "1", "medlem-feil-type")]
    [InlineData("subscope", null, "medlem-mangler")]
    [InlineData("subscope", "\"a//b\"", "ugyldig-scope")]
    [InlineData("subscope", "\"a b\"", "ugyldig-scope")]
    [InlineData("description", null, "medlem-mangler")]
    [InlineData("description", "\"LANG\"", "medlem-ugyldig")]
    [InlineData("visibility", null, "medlem-mangler")]
    [InlineData("visibility", "\"INTERNAL\"", "medlem-ugyldig")]
    [InlineData("visibility", "\"public\"", "medlem-ugyldig")]
    [InlineData("token_type", "\"JWT\"", "medlem-ugyldig")]
    [InlineData("at_max_age", "\"1\"", "medlem-feil-type")]
    [InlineData("at_max_age", "-1", "ugyldig-scope")]
    [InlineData("at_max_age", "99999999999", "medlem-feil-type")]
    [InlineData("authorization_max_lifetime", "-1", "ugyldig-scope")]
    [InlineData("accessible_for_all", "\"ja\"", "medlem-feil-type")]
    [InlineData("delegation_source", "\"altinn\"", "medlem-ugyldig")]
    [InlineData("allowed_integration_types", "\"maskinporten\"", "medlem-feil-type")]
    [InlineData("allowed_integration_types", "[\"Æ\"]", "ugyldig-scope")]
    [InlineData("long_description", "[]", "medlem-feil-type")]
    [InlineData("long_description", "\"LANG\"", "medlem-ugyldig")]
    [InlineData("requires_user_consent", "0", "medlem-feil-type")]
    [InlineData("active", "0", "medlem-feil-type")]
    [InlineData("finnesikke", "1", "medlem-ukjent")]
    public async Task Every_member_is_judged_and_nothing_is_made(string medlem, string? verdi, string kode)
    {
        var kropp = JsonNode.Parse(Ny("feil"))!.AsObject();
        kropp.Remove(medlem);
        if (verdi is not null) kropp[medlem] = JsonNode.Parse(verdi.Replace("LANG", new string('x', 4001)));
        (await KallAsync("POST", "/scopes", kropp.ToJsonString())).ErAvvist(HttpStatusCode.BadRequest, kode, medlem);
        Assert.DoesNotContain("tiger:feil", (await KallAsync("GET", "/scopes?inactive=true")).Tekst);
    }

    [Fact]
    public async Task The_name_of_a_scope_stays_and_bodies_that_are_none_are_refused()
    {
        await KallAsync("POST", "/scopes", Ny("fast"));
        foreach (var medlem in new[] { "name", "prefix", "subscope" })
        {
            var kropp = JsonNode.Parse(Ny("x", medNavn: false))!.AsObject();
            kropp[medlem] = "annet";
            (await KallAsync("PUT", "/scopes?scope=tiger:fast", kropp.ToJsonString())).ErAvvist(HttpStatusCode.BadRequest, "scopenavn-fast", medlem);
        }

        (await KallAsync("PUT", "/scopes", Ny("x", medNavn: false))).ErAvvist(HttpStatusCode.BadRequest, "ugyldig-parameter", "scope");
        (await KallAsync("POST", "/scopes", "[]")).ErAvvist(HttpStatusCode.BadRequest, "ugyldig-json");
        (await KallAsync("POST", "/scopes", "{")).ErAvvist(HttpStatusCode.BadRequest, "ugyldig-json");
        (await sandkasse.SendAsync("POST", Rot + "/scopes", await TokenAsync(), "x", "text/plain"))
            .ErAvvist(HttpStatusCode.UnsupportedMediaType, "feil-medietype");
        (await KallAsync("POST", "/scopes", $$"""{"prefix":"{{new string('x', 70_000)}}"}"""))
            .ErAvvist(HttpStatusCode.RequestEntityTooLarge, "for-stor-kropp");
    }

    [Fact]
    public async Task A_grant_is_given_taken_away_and_seen_by_both_sides()
    {
        await KallAsync("POST", "/scopes", Ny("tilgang"));
        const string Scope = "tiger:tilgang";
        (await KallAsync("DELETE", $"/scopes/access/{Bank}?scope={Scope}")).ErAvvist(HttpStatusCode.NotFound, "tilgang-finnes-ikke", "orgnr");
        var gitt = await KallAsync("PUT", $"/scopes/access/{Bank}?scope={Scope}");
        Assert.Equal(HttpStatusCode.OK, gitt.Status);
        Assert.Equal(
            ["scope", "state", "prefix", "consumer_orgno", "owner_orgno", "created", "last_updated"],
            gitt.Json.EnumerateObject().Select(m => m.Name));
        Assert.Equal((Scope, "APPROVED", Bank.ToWire(), Tilbyder.ToWire()),
            (gitt.Felt("scope"), gitt.Felt("state"), gitt.Felt("consumer_orgno"), gitt.Felt("owner_orgno")));
        Assert.Equal(gitt.Tekst, (await KallAsync("GET", $"/scopes/access?scope={Scope}&consumer_orgno={Bank}")).Json[0].GetRawText());

        // The bank sees it too, and its other grants; of the owner's it sees no other consumer's.
        await sandkasse.KallAsync("PUT", $"tilganger/{Bank}?scope=idporten:scopes.read");
        await sandkasse.KallAsync("PUT", $"tilganger/{Tilbyder}?scope={Finans}");
        var klient = """{"orgnr":"ORG","scopes":["idporten:scopes.read"]}""".Replace("ORG", Bank.ToWire());
        var bank = await NyKlientAsync("bank-admin", klient);
        var mottatt = await sandkasse.SendAsync("GET", Rot + "/scopes/access/all", bank);
        Assert.Contains(gitt.Tekst, mottatt.Tekst);
        Assert.Contains(Finans, mottatt.Tekst);
        Assert.Equal([gitt.Tekst], (await sandkasse.SendAsync("GET", $"{Rot}/scopes/access?owner_orgno={Tilbyder}", bank)).Json.EnumerateArray()
            .Select(t => t.GetRawText()));
        Assert.Empty((await sandkasse.SendAsync(
            "GET", $"{Rot}/scopes/access?owner_orgno={Tilbyder}&consumer_orgno={Tilbyder}", bank)).Json.EnumerateArray());

        var tatt = await KallAsync("DELETE", $"/scopes/access/{Bank}?scope={Scope}");
        Assert.Equal((HttpStatusCode.OK, "DENIED"), (tatt.Status, tatt.Felt("state")));
        Assert.Empty((await KallAsync("GET", $"/scopes/access?scope={Scope}")).Json.EnumerateArray());
        Assert.Single((await KallAsync("GET", $"/scopes/access?scope={Scope}&inactive=true")).Json.EnumerateArray());

        (await KallAsync("PUT", $"/scopes/access/1?scope={Scope}")).ErAvvist(HttpStatusCode.BadRequest, "ugyldig-organisasjonsnummer", "orgnr");
        (await KallAsync("PUT", $"/scopes/access/974760673?scope={Scope}")).ErAvvist(HttpStatusCode.NotFound, "ukjent-virksomhet", "orgnr");
        (await KallAsync("PUT", $"/scopes/access/{Bank}")).ErAvvist(HttpStatusCode.BadRequest, "ugyldig-parameter", "scope");
        foreach (var navn in new[] { "consumer_orgno", "owner_orgno" })
        {
            (await KallAsync("GET", $"/scopes/access?{navn}=1"))
                .ErAvvist(HttpStatusCode.BadRequest, "ugyldig-organisasjonsnummer", navn);
        }
    }

    [Fact]
    public async Task A_token_to_read_changes_nothing_and_no_token_opens_nothing_but_the_public_list()
    {
        var lesing = await sandkasse.TokenAsync("tilbyder-admin", "idporten:scopes.read");
        Assert.Equal(HttpStatusCode.OK, (await sandkasse.SendAsync("GET", Rot + "/scopes", lesing)).Status);
        foreach (var (metode, sti) in new[]
        {
            ("POST", "/scopes"), ("PUT", "/scopes?scope=tiger:x"), ("DELETE", "/scopes?scope=tiger:x"),
            ("PUT", $"/scopes/access/{Bank}?scope=tiger:x"), ("DELETE", $"/scopes/access/{Bank}?scope=tiger:x"),
        })
        {
            (await sandkasse.SendAsync(metode, Rot + sti, lesing)).ErAvvist(HttpStatusCode.Forbidden, "scope-ikke-i-token");
            (await sandkasse.SendAsync(metode, Rot + sti, null)).ErAvvist(HttpStatusCode.Unauthorized, "token-mangler");
        }

        (await sandkasse.SendAsync("GET", Rot + "/scopes", "tull")).ErAvvist(HttpStatusCode.Unauthorized, "token-ugyldig");
        (await sandkasse.SendAsync("GET", Rot + "/scopes", await sandkasse.TokenAsync("bank"))).ErAvvist(HttpStatusCode.Forbidden, "scope-ikke-i-token");
    }

    private async Task<string> NyKlientAsync(string id, string kropp)
    {
        var rsa = System.Security.Cryptography.RSA.Create(2048);
        var jwk = Testing.Maskinporten.Testklient.Offentlig("k", rsa);
        var helt = JsonNode.Parse(kropp)!.AsObject();
        helt["client_name"] = id;
        helt["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["kid"] = "k", ["n"] = jwk.N, ["e"] = jwk.E });
        Assert.Equal(HttpStatusCode.Created, (await sandkasse.KallAsync("PUT", "klienter/" + id, helt.ToJsonString())).Status);
        var assertion = new Testing.Maskinporten.Testklient(id, "k", rsa, [(string)helt["scopes"]![0]!])
            .Assertion($"{sandkasse.Vert.Address}maskinporten/", TimeProvider.System.GetUtcNow());
        using var svar = await sandkasse.Vert.Client.PostAsync("/maskinporten/token", assertion.Skjema());
        return (string)JsonNode.Parse(await svar.Content.ReadAsStringAsync())!["access_token"]!;
    }

    private Task<string> TokenAsync() => sandkasse.TokenAsync("tilbyder-admin", "idporten:scopes.write");

    private async Task<Svar> KallAsync(string metode, string sti, string? kropp = null) =>
        await sandkasse.SendAsync(metode, Rot + sti, await TokenAsync(), kropp);

    private static string Ny(string subscope, bool medNavn = true) => (medNavn ? $$"""{"prefix":"tiger","subscope":"{{subscope}}",""" : "{")
        + "\"description\":\"Prøve\",\"visibility\":\"PUBLIC\"}";
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Felles.Maskinporten.Contracts;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>One test for each refusal (Digdir, «Feilsøking»).</summary>
public sealed class Avslagstester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private readonly Maskinportenvert vert = fikstur.Vert;

    [Theory]
    [InlineData("")]
    [InlineData("ikke-et-jwt")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9..AAAA")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.W10.AAAA")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e3s.AAAA")]
    public async Task MP_011_is_given_for_a_malformed_assertion(string assertion) =>
        (await vert.HentAsync(Assertion.Skjema(assertion))).ErAvvist(400, "invalid_request", "MP-011: Invalid assertion. Invalid parameter value");

    [Fact]
    public async Task MP_011_is_given_for_a_stray_line_break_in_the_assertion()
    {
        var jwt = vert.Assertion().Bygg();
        (await vert.HentAsync(Assertion.Skjema(jwt[..40] + "\n" + jwt[40..]))).ErAvvist(400, "invalid_request", "MP-011");
        (await vert.HentAsync(Assertion.Skjema(jwt + "\r\n"))).ErAvvist(400, "invalid_request", "MP-011");
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("none")]
    [InlineData("rs256")]
    public async Task MP_011_is_given_for_an_algorithm_outside_the_set(string alg) =>
        (await vert.HentAsync(vert.Assertion().MedHeader("alg", alg))).ErAvvist(400, "invalid_request", "MP-011");

    [Fact]
    public async Task MP_011_is_given_for_an_undocumented_claim() =>
        (await vert.HentAsync(vert.Assertion().Med("azp", "x"))).ErAvvist(400, "invalid_request", "MP-011");

    [Theory]
    [InlineData("jti", "7")]
    [InlineData("pid", "\"01017012345\"")]
    [InlineData("pid", "12")]
    [InlineData("resource", "7")]
    [InlineData("resource", "[\"https://a/\",\"https://b/\"]")]
    [InlineData("consumer_org", "\"123456789\"")]
    [InlineData("consumer_org", "315260183")]
    [InlineData("iat", "\"1795312741\"")]
    [InlineData("exp", "null")]
    [InlineData("nbf", "true")]
    public async Task MP_011_is_given_for_a_claim_of_the_wrong_kind(string claim, string json) =>
        (await vert.HentAsync(vert.Assertion().Med(claim, JsonNode.Parse(json)))).ErAvvist(400, "invalid_request", "MP-011");

    [Fact]
    public async Task MP_011_is_given_when_consumer_org_meets_iss_onbehalfof() =>
        (await vert.HentAsync(vert.Assertion().Med("consumer_org", "313409953").Med("iss_onbehalfof", "x"))).ErAvvist(400, "invalid_request", "MP-011");

    [Fact]
    public async Task MP_012_is_given_for_a_used_jti()
    {
        var assertion = vert.Assertion();
        Assert.Equal(200, (await vert.HentAsync(assertion)).Status);
        (await vert.HentAsync(assertion)).ErAvvist(400, "invalid_grant", "MP-012: Grant is used before");
        Assert.Equal(200, (await vert.HentAsync(vert.Assertion("bank").Med("jti", assertion.Jti))).Status);
    }

    [Fact]
    public async Task MP_100_is_given_for_an_unknown_client()
    {
        (await vert.HentAsync(vert.Assertion().Med("iss", Guid.NewGuid().ToString())))
            .ErAvvist(400, "invalid_grant", "MP-100: Invalid assertion. Client authentication failed");
        (await vert.HentAsync(vert.Assertion().Uten("iss"))).ErAvvist(400, "invalid_grant", "MP-100");
    }

    [Fact]
    public async Task MP_100_is_given_for_an_inactive_client()
    {
        var klient = await vert.RegistrerAsync("folkeregister:deling/offentligmedhjemmel");
        Assert.Equal(200, (await vert.HentAsync(vert.Assertion(klient))).Status);
        await vert.Klienter.EndreAsync(klient.ClientId, new() { Aktiv = false }, Maskinportenvert.Tester);
        (await vert.HentAsync(vert.Assertion(klient))).ErAvvist(400, "invalid_grant", "MP-100");
    }

    [Fact]
    public async Task MP_100_is_given_for_a_kid_the_client_has_not_registered()
    {
        (await vert.HentAsync(vert.Assertion().MedHeader("kid", "en-annen"))).ErAvvist(400, "invalid_grant", "MP-100");
        (await vert.HentAsync(vert.Assertion().UtenHeader("kid"))).ErAvvist(400, "invalid_grant", "MP-100");
    }

    [Fact]
    public async Task MP_110_is_given_for_another_audience()
    {
        (await vert.HentAsync(vert.Assertion().Med("aud", Maskinportenvert.Issuer + "token")))
            .ErAvvist(400, "invalid_grant", "MP-110: Invalid assertion. Client authentication failed. Invalid JWT claim aud");
        (await vert.HentAsync(vert.Assertion().Med("aud", Maskinportenvert.Issuer.TrimEnd('/')))).ErAvvist(400, "invalid_grant", "MP-110");
        (await vert.HentAsync(vert.Assertion().Med("aud", new JsonArray(Maskinportenvert.Issuer, "https://annen/")))).ErAvvist(400, "invalid_grant", "MP-110");
        (await vert.HentAsync(vert.Assertion().Uten("aud"))).ErAvvist(400, "invalid_grant", "MP-110");
    }

    [Fact]
    public async Task MP_120_is_given_when_the_certificate_is_not_the_registered_keys()
    {
        using var annen = RSA.Create(2048);
        (await vert.HentAsync(vert.Assertion().MedHeader("x5c", Sertifikat.Kjede(annen)))).ErAvvist(400, "invalid_grant", "MP-120");
    }

    [Fact]
    public async Task MP_121_is_given_for_a_key_older_than_a_year_until_it_is_registered_again()
    {
        await using var egen = await Maskinportenvert.StartAsync();
        egen.Klokke.Flytt(TimeSpan.FromDays(367));
        var kommune = egen.Klient("kommune");
        (await egen.HentAsync(egen.Assertion(kommune))).ErAvvist(
            400, "invalid_grant", "MP-121: Invalid assertion. Client authentication failed. Expired key");
        var svar = await egen.Klienter.EndreAsync(kommune.ClientId, new() { Noekler = [kommune.Jwk] }, Maskinportenvert.Tester);
        Assert.IsType<Klientsvar.Lagret>(svar);
        Assert.Equal(200, (await egen.HentAsync(egen.Assertion(kommune))).Status);
    }

    [Theory]
    [InlineData("\"MIIB\"")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("[\"ikke base64!\"]")]
    [InlineData("[\"AAAA\"]")]
    [InlineData("{}")]
    public async Task MP_123_is_given_for_a_malformed_x5c(string x5c) =>
        (await vert.HentAsync(vert.Assertion().MedHeader("x5c", JsonNode.Parse(x5c)))).ErAvvist(400, "invalid_grant", "MP-123: Invalid JWT header x5c");

    [Fact]
    public async Task MP_124_is_given_for_a_wrong_signature()
    {
        using var annen = RSA.Create(2048);
        (await vert.HentAsync(vert.Assertion().SignertMed(annen))).ErAvvist(400, "invalid_grant", "MP-124: Invalid JWT signature");
    }

    [Fact]
    public async Task MP_130_is_given_for_an_assertion_out_of_its_time()
    {
        var naa = vert.Klokke.GetUtcNow();
        foreach (var gammel in new[]
        {
            vert.Assertion().Tid(naa.AddSeconds(-60), 40),
            vert.Assertion().Tid(naa.AddSeconds(-140)),
            vert.Assertion().Tid(naa, 121),
            vert.Assertion().Tid(naa, 0),
            vert.Assertion().Tid(naa, -5),
            vert.Assertion().Med("iat", -1e18).Med("exp", 1e18),
        })
        {
            (await vert.HentAsync(gammel)).ErAvvist(400, "invalid_grant", "MP-130: JWT is expired");
        }
    }

    [Fact]
    public async Task An_assertion_from_the_future_is_refused_with_the_documented_text()
    {
        var naa = vert.Klokke.GetUtcNow();
        (await vert.HentAsync(vert.Assertion().Tid(naa.AddSeconds(15)))).ErAvvist(400, "invalid_grant", "Issue time is after now");
        (await vert.HentAsync(vert.Assertion().Med("nbf", naa.AddSeconds(15).ToUnixTimeSeconds()))).ErAvvist(400, "invalid_grant", "Issue time is after now");
    }

    [Fact]
    public async Task MP_200_is_given_for_a_scope_the_client_does_not_have()
    {
        const string Tekst = "MP-200: Token request contains invalid scopes for client";
        (await vert.HentAsync(vert.Assertion().Med("scope", "folkeregister:deling/finans"))).ErAvvist(400, "invalid_scope", Tekst);
        (await vert.HentAsync(vert.Assertion().Med("scope", "folkeregister:deling/offentligmedhjemmel finnes:ikke"))).ErAvvist(400, "invalid_scope", Tekst);
        (await vert.HentAsync(vert.Assertion().Med("scope", " "))).ErAvvist(400, "invalid_scope", Tekst);
        (await vert.HentAsync(vert.Assertion().Uten("scope"))).ErAvvist(400, "invalid_scope", Tekst);
        var klient = await vert.RegistrerAsync("finnes:ikke");
        (await vert.HentAsync(vert.Assertion(klient))).ErAvvist(400, "invalid_scope", Tekst);
    }

    [Fact]
    public async Task MP_201_is_given_for_a_scope_that_is_not_for_maskinporten()
    {
        var klient = await vert.RegistrerAsync("krr:user/kontaktinformasjon.read");
        (await vert.HentAsync(vert.Assertion(klient))).ErAvvist(
            400, "invalid_scope", "MP-201: Token request contains scopes not allowed for maskinporten");
    }

    [Fact]
    public async Task MP_250_is_given_when_the_organisation_has_not_been_granted_the_scope() =>
        (await vert.HentAsync(vert.Assertion("leverandoer"))).ErAvvist(
            403, "forbidden", "MP-250: Consumer has not been granted access to the scope folkeregister:deling/offentligmedhjemmel");

    [Fact]
    public async Task A_client_that_acts_for_its_own_organisation_is_refused_with_the_documented_text() =>
        (await vert.HentAsync(vert.Assertion().Med("scope", "folkeregister:deling/offentligmedhjemmel").Med("consumer_org", "315260183"))).ErAvvist(
            400,
            "invalid_request",
            "Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client is invalid");

    [Fact]
    public async Task A_client_that_acts_for_another_with_a_scope_that_cannot_be_delegated_is_refused_with_the_documented_text() =>
        (await vert.HentAsync(vert.Assertion().Med("scope", "krr:global/kontaktinformasjon.read").Med("consumer_org", "313409953"))).ErAvvist(
            400, "invalid_request", "Validation of JWT claim failed: The combination consumer_org");

    [Fact]
    public async Task MP_251_is_given_when_the_consumer_has_the_scope_but_has_not_delegated_it() =>
        (await vert.HentAsync(vert.Assertion("leverandoer").Med("scope", "folkeregister:deling/finans").Med("consumer_org", "310166138"))).ErAvvist(
            403,
            "forbidden",
            "MP-251: Consumer 310166138 has not delegated access to the scope folkeregister:deling/finans to supplier 310308242");

    [Fact]
    public async Task MP_250_goes_before_MP_251_when_the_consumer_has_not_got_the_scope_itself() =>
        (await vert.HentAsync(vert.Assertion("leverandoer").Med("consumer_org", "311860917"))).ErAvvist(403, "forbidden", "MP-250");

    [Theory]
    [InlineData("""[{"type":"urn:altinn:systemuser"}]""")]
    [InlineData("""[{"type":"urn:finnes:ikke"}]""")]
    [InlineData("""{}""")]
    public async Task MP_301_is_given_for_any_type_of_authorization_details(string details) =>
        (await vert.HentAsync(vert.Assertion().Med("authorization_details", JsonNode.Parse(details))))
            .ErAvvist(400, "invalid_authorization_details", "MP-301: Unknown authorization details type");

    [Fact]
    public async Task Another_grant_type_is_unsupported_and_a_missing_one_malformed()
    {
        using var annen = new StringContent("grant_type=client_credentials&assertion=x", null, "application/x-www-form-urlencoded");
        (await vert.HentAsync(annen)).ErAvvist(400, "unsupported_grant_type", "The grant_type is not supported");
        using var uten = new StringContent("assertion=x", null, "application/x-www-form-urlencoded");
        (await vert.HentAsync(uten)).ErAvvist(400, "invalid_request", "MP-011");
    }

    [Fact]
    public async Task Every_refusal_points_to_the_page_that_explains_it()
    {
        var svar = await vert.HentAsync(vert.Assertion("leverandoer"));
        Assert.Equal("https://docs.digdir.no/maskinporten_feilsoking", svar.Innhold.GetProperty("error_uri").GetString());
    }
}

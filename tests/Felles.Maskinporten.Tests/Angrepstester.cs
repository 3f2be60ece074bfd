using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>What RFC 8725 warns of, and worse.</summary>
public sealed class Angrepstester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private readonly Maskinportenvert vert = fikstur.Vert;

    [Theory]
    [InlineData("HS256")]
    [InlineData("RS256")]
    [InlineData("none")]
    public async Task A_MAC_over_the_public_key_is_no_signature(string alg)
    {
        var klient = vert.Klient("kommune");
        foreach (var hemmelighet in new[] { klient.Noekkel.ExportRSAPublicKeyPem(), klient.Noekkel.ExportSubjectPublicKeyInfoPem(),
            klient.Jwk.N })
        {
            var svar = await vert.HentAsync(
                vert.Assertion().MedHeader("alg", alg).Signert(d => HMACSHA256.HashData(Encoding.ASCII.GetBytes(hemmelighet), d)));
            Assert.Equal(400, svar.Status);
            Assert.StartsWith(alg == "RS256" ? "MP-124" : "MP-011", svar.Beskrivelse);
        }
    }

    [Fact]
    public async Task An_unsigned_assertion_is_malformed() =>
        (await vert.HentAsync(vert.Assertion().MedHeader("alg", "none").Signert(_ => []))).ErAvvist(400, "invalid_request", "MP-011");

    [Fact]
    public async Task Keys_in_the_header_are_not_believed()
    {
        using var fremmed = RSA.Create(2048);
        var jwk = Testklient.Offentlig("min", fremmed);
        var assertion = vert.Assertion()
            .MedHeader("jwk", new JsonObject { ["kty"] = "RSA", ["n"] = jwk.N, ["e"] = jwk.E })
            .MedHeader("jku", "https://angriper.test/jwk").MedHeader("x5u", "https://angriper.test/x5u")
            .SignertMed(fremmed);
        (await vert.HentAsync(assertion)).ErAvvist(400, "invalid_grant", "MP-124");
        (await vert.HentAsync(assertion.MedHeader("kid", "min"))).ErAvvist(400, "invalid_grant", "MP-100");
        (await vert.HentAsync(assertion.UtenHeader("kid").MedHeader("x5c", Sertifikat.Kjede(fremmed)))).ErAvvist(400, "invalid_grant", "MP-100");
    }

    [Fact]
    public async Task Another_clients_key_does_not_open_mine()
    {
        var bank = vert.Klient("bank");
        (await vert.HentAsync(vert.Assertion().SignertMed(bank.Noekkel))).ErAvvist(400, "invalid_grant", "MP-124");
        (await vert.HentAsync(vert.Assertion().MedHeader("kid", bank.Kid).SignertMed(bank.Noekkel))).ErAvvist(400, "invalid_grant", "MP-100");
    }

    [Fact]
    public async Task Doubled_members_are_malformed()
    {
        var a = vert.Assertion();
        (await vert.HentAsync(Assertion.Skjema(a.Bygg(a.HeaderJson, a.ClaimsJson[..^1] + ",\"scope\":\"felles:drift\"}")))).ErAvvist(400, "invalid_request", "MP-011");
        (await vert.HentAsync(Assertion.Skjema(a.Bygg(a.HeaderJson[..^1] + ",\"alg\":\"none\"}", a.ClaimsJson)))).ErAvvist(400, "invalid_request", "MP-011");
    }

    [Theory]
    [InlineData("""{"alg":"RS256","kid":"\ud800"}""")]
    [InlineData("""{"alg":"RS256","crit":["exp"],"kid":"x"}""")]
    [InlineData("""[1]""")]
    [InlineData("""{"alg":{"a":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}}""")]
    public async Task A_strange_header_is_malformed(string header)
    {
        var a = vert.Assertion();
        (await vert.HentAsync(Assertion.Skjema(a.Bygg(header, a.ClaimsJson)))).ErAvvist(400, "invalid_request", "MP-011");
    }

    [Theory]
    [InlineData("grant_type={0}&assertion={1}&assertion={1}")]
    [InlineData("grant_type={0}&grant_type={0}&assertion={1}")]
    [InlineData("grant_type={0}&assertion={1}&x=%zz")]
    [InlineData("grant_type={0}&assertion={1}%")]
    [InlineData("grant_type={0}&assertion={1}%0a")]
    [InlineData("grant_type={0}&assertion={1}&assert%69on={1}")]
    public async Task A_form_with_doubled_or_broken_parameters_is_malformed(string skjema)
    {
        using var innhold = new StringContent(
            string.Format(skjema, Assertion.GrantType, vert.Assertion().Bygg()), null, "application/x-www-form-urlencoded");
        (await vert.HentAsync(innhold)).ErAvvist(400, "invalid_request", "MP-011");
    }

    [Fact]
    public async Task A_form_that_is_not_UTF_8_is_malformed()
    {
        using var innhold = new ByteArrayContent([.. "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="u8, 0xff, 0xfe, 0xc3, 0x28]);
        innhold.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        (await vert.HentAsync(innhold)).ErAvvist(400, "invalid_request", "MP-011");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task Another_content_type_is_malformed(string? contentType)
    {
        using var innhold = new StringContent($"grant_type={Assertion.GrantType}&assertion={vert.Assertion().Bygg()}");
        innhold.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        (await vert.HentAsync(innhold)).ErAvvist(400, "invalid_request", "MP-011");
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(10_000_000)]
    public async Task A_long_body_is_refused(int lengde)
    {
        using var innhold = new StringContent("assertion=" + new string('a', lengde), null, "application/x-www-form-urlencoded");
        (await vert.HentAsync(innhold)).ErAvvist(400, "invalid_request", "MP-011");
    }

    [Fact]
    public async Task A_header_of_100_kB_in_the_assertion_is_refused() =>
        (await vert.HentAsync(vert.Assertion().MedHeader("x", new string('x', 100_000)))).ErAvvist(400, "invalid_request", "MP-011");

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Another_method_is_refused_in_JSON(string metode)
    {
        using var melding = new HttpRequestMessage(new HttpMethod(metode), "/maskinporten/token?grant_type=x");
        using var svar = await vert.Http.SendAsync(melding);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, svar.StatusCode);
        Assert.Equal(["POST"], svar.Content.Headers.Allow);
        Assert.Equal("invalid_request", (await Tokensvar.LesAsync(svar)).Error);
    }

    [Fact]
    public async Task A_token_is_no_assertion()
    {
        var token = await vert.TokenAsync();
        (await vert.HentAsync(Assertion.Skjema(token))).ErAvvist(400, "invalid_grant", "MP-100");
    }

    [Fact]
    public async Task An_assertion_is_no_token() =>
        Assert.Equal("The token's issuer is not accepted.", await Tokentester.HvemAsync(vert, vert.Assertion().Bygg()));

    [Fact]
    public async Task A_text_of_the_request_never_breaks_the_answer()
    {
        var svar = await vert.HentAsync(vert.Assertion().Med("scope", "\"},{\"a\":\"\n<script>"));
        svar.ErAvvist(400, "invalid_scope", "MP-200");
        Assert.DoesNotContain("script", svar.Beskrivelse);
    }
}

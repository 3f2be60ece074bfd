using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>What published clients send, each in its own way, is taken.</summary>
public sealed class Variasjonstester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private readonly Maskinportenvert vert = fikstur.Vert;

    [Fact]
    public Task Times_are_whole_numbers() => Tas(vert.Assertion());

    [Fact]
    public Task Times_have_a_decimal() => Tas(vert.Assertion()
        .Med("iat", Assertion.Desimal(vert.Klokke.GetUtcNow())).Med("exp", Assertion.Desimal(vert.Klokke.GetUtcNow().AddSeconds(120))));

    [Fact]
    public Task The_audience_is_a_list_of_one() => Tas(vert.Assertion().Med("aud", new JsonArray(Maskinportenvert.Issuer)));

    [Fact]
    public Task The_audience_is_the_public_test_issuer() => Tas(vert.Assertion().Med("aud", "https://test.maskinporten.no/"));

    [Fact]
    public async Task The_resource_is_a_text_and_becomes_the_audience() =>
        Assert.Equal("https://api.test/", Aud(await Tas(vert.Assertion().Med("resource", "https://api.test/"))));

    [Fact]
    public async Task The_resource_is_a_list_of_one_and_becomes_the_audience() =>
        Assert.Equal("https://api.test/", Aud(await Tas(vert.Assertion().Med("resource", new JsonArray("https://api.test/")))));

    [Fact]
    public Task Nbf_and_sub_are_present() => Tas(vert.Assertion().Med("nbf", vert.Klokke.GetUtcNow().ToUnixTimeSeconds()).Med("sub", "x"));

    [Fact]
    public Task The_legacy_iss_onbehalfof_is_present() => Tas(vert.Assertion().Med("iss_onbehalfof", "underklient"));

    [Fact]
    public Task Typ_is_present() => Tas(vert.Assertion().MedHeader("typ", "JWT"));

    [Fact]
    public Task There_is_no_jti() => Tas(vert.Assertion().Uten("jti"));

    [Theory]
    [InlineData(10)]
    [InlineData(119)]
    [InlineData(120)]
    public Task The_assertion_lives(int sekunder) => Tas(vert.Assertion().Tid(vert.Klokke.GetUtcNow(), sekunder));

    [Theory]
    [InlineData(-9)]
    [InlineData(9)]
    public Task The_clients_clock_differs_by(int sekunder) => Tas(vert.Assertion().Tid(vert.Klokke.GetUtcNow().AddSeconds(sekunder)));

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public Task The_signature_is(string alg) => Tas(vert.Assertion().SignertMed(vert.Klient("kommune").Noekkel, alg));

    [Fact]
    public Task Certificate_and_kid_come_together_when_they_agree() =>
        Tas(vert.Assertion().MedHeader("x5c", Sertifikat.Kjede(vert.Klient("kommune").Noekkel)));

    [Fact]
    public async Task A_pid_is_copied_to_the_token() =>
        Assert.Equal("24907999374", Assertion.Del(await Tas(vert.Assertion().Med("pid", "24907999374")), 1).GetProperty("pid").GetString());

    [Fact]
    public async Task Colons_in_the_grant_type_are_not_encoded() => await TasSkjema($"grant_type={Assertion.GrantType}&assertion={vert.Assertion().Bygg()}");

    [Fact]
    public async Task The_assertion_comes_first() =>
        await TasSkjema($"assertion={vert.Assertion().Bygg()}&grant_type={Uri.EscapeDataString(Assertion.GrantType)}");

    [Fact]
    public async Task The_form_has_parameters_nobody_reads() =>
        await TasSkjema($"grant_type={Assertion.GrantType}&assertion={vert.Assertion().Bygg()}&client_id=x&&tom");

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded;charset=ISO-8859-1")]
    [InlineData("APPLICATION/X-WWW-FORM-URLENCODED")]
    public async Task The_content_type_is(string contentType)
    {
        using var innhold = new StringContent($"grant_type={Assertion.GrantType}&assertion={vert.Assertion().Bygg()}");
        innhold.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        Assert.Equal(200, (await vert.HentAsync(innhold)).Status);
    }

    [Fact]
    public async Task Headers_that_mean_nothing_are_ignored()
    {
        using var melding = new HttpRequestMessage(HttpMethod.Post, "/maskinporten/token") { Content = vert.Assertion().Skjema() };
        melding.Headers.Add("consumer_org", "313409953");
        melding.Headers.Add("Charset", "utf-8");
        melding.Headers.Add("Cache-Control", "no-cache");
        melding.Headers.Add("Accept", "text/html");
        using var svar = await vert.Http.SendAsync(melding);
        Assert.Equal(200, (int)svar.StatusCode);
    }

    [Fact]
    public async Task Undocumented_claims_are_taken_when_the_switch_is_off()
    {
        await using var romslig = await Maskinportenvert.StartAsync(innstillinger: "Felles:Maskinporten:RefuseUnknownClaims=false");
        Assert.Equal(200, (await romslig.HentAsync(romslig.Assertion().Med("azp", "x"))).Status);
    }

    private static string? Aud(string token) => Assertion.Del(token, 1).GetProperty("aud").GetString();

    private async Task<string> Tas(Assertion assertion)
    {
        var svar = await vert.HentAsync(assertion);
        Assert.True(svar.Status == 200, svar.Beskrivelse);
        return svar.AccessToken;
    }

    private async Task TasSkjema(string skjema)
    {
        using var innhold = new StringContent(skjema, null, "application/x-www-form-urlencoded");
        var svar = await vert.HentAsync(innhold);
        Assert.True(svar.Status == 200, svar.Beskrivelse);
    }
}

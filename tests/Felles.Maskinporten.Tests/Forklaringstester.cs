using System.Net.Http.Json;
using System.Text.Json;
using Felles.Maskinporten.Sandkasse.Forklaring;
using Felles.Maskinporten.Token;
using Felles.Testing.Maskinporten;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

/// <summary>What <c>/sandkasse/token/forklar</c> tells agrees with what the token endpoint does.</summary>
public sealed class Forklaringstester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private readonly Maskinportenvert vert = fikstur.Vert;

    public static TheoryData<string, Action<Assertion>> Skader => new()
    {
        { "header", a => a.MedHeader("alg", "none") },
        { "header", a => a.MedHeader("x5c", "MIIB") },
        { "client", a => a.Med("iss", "finnes-ikke") },
        { "key", a => a.MedHeader("kid", "en-annen") },
        { "signature", a => a.Signert(_ => new byte[256]) },
        { "aud", a => a.Med("aud", "https://annen/") },
        { "time", a => a.Med("exp", 1) },
        { "claim names", a => a.Med("azp", "x") },
        { "claim values", a => a.Med("pid", "12") },
        { "scope", a => a.Med("scope", "finnes:ikke") },
    };

    [Theory]
    [MemberData(nameof(Skader), DisableDiscoveryEnumeration = true)]
    public async Task The_step_that_refuses_is_named_with_the_endpoints_own_code(string steg, Action<Assertion> skade)
    {
        var assertion = vert.Assertion();
        skade(assertion);
        var forklaring = await ForklarAsync(assertion.Bygg());
        var svar = await vert.HentAsync(assertion);
        Assert.False(forklaring.GetProperty("godtas").GetBoolean());
        Assert.Equal(steg, Refusert(forklaring));
        Assert.StartsWith(forklaring.Text("kode")!, svar.Beskrivelse);
        Assert.Equal((svar.Status, svar.Error), (forklaring.GetProperty("status").GetInt32(), forklaring.Text("error")));
        var utfall = forklaring.GetProperty("steg").EnumerateArray().Select(s => s.Text("utfall")).ToArray();
        Assert.Equal(["passed", "refused", "not reached"], utfall.Distinct());
    }

    [Fact]
    public async Task A_good_assertion_is_told_to_be_good_as_often_as_one_asks_and_then_still_is()
    {
        var assertion = vert.Assertion();
        for (var i = 0; i < 2; i++)
            Assert.True((await ForklarAsync(assertion.Bygg() + "\r\n")).GetProperty("godtas").GetBoolean());
        Assert.Equal(200, (await vert.HentAsync(assertion)).Status);
        var brukt = await ForklarAsync(assertion.Bygg());
        Assert.Equal(("MP-012", "jti"), (brukt.Text("kode"), Refusert(brukt)));
    }

    [Fact]
    public async Task A_request_is_explained_as_it_was_sent()
    {
        using var annen = new StringContent("grant_type=client_credentials&assertion=x", null, "application/x-www-form-urlencoded");
        Assert.Equal("grant_type", Refusert(await ForklarAsync(annen)));
        using var doblet = new StringContent("assertion=x&assertion=x", null, "application/x-www-form-urlencoded");
        Assert.Equal("form", Refusert(await ForklarAsync(doblet)));
        using var god = vert.Assertion().Skjema();
        Assert.True((await ForklarAsync(god)).GetProperty("godtas").GetBoolean());
        using var lang = new StringContent(new string('a', 100_000));
        Assert.Equal("size", Refusert(await ForklarAsync(lang)));
    }

    [Fact]
    public async Task Why_is_told_more_closely_than_to_strangers()
    {
        var utloept = vert.Assertion().Tid(vert.Klokke.GetUtcNow().AddSeconds(-100), 60);
        Assert.Matches("exp passed (39|40|41|42|43) seconds ago", (await ForklarAsync(utloept.Bygg())).Text("grunn")!);
        Assert.DoesNotContain("seconds ago", (await vert.HentAsync(utloept)).Beskrivelse);
        Assert.Contains("azp", (await ForklarAsync(vert.Assertion().Med("azp", "x").Bygg())).Text("grunn")!);
    }

    [Fact]
    public async Task A_certificate_that_is_not_believed_is_told_why()
    {
        using var pki = new Testpki(vert.Klokke.GetUtcNow());
        var klient = await Sertifikatvert.UtenNoeklerAsync(vert);
        var forklaring = await ForklarAsync(Sertifikatvert.Assertion(vert, klient, pki.Eldre(Sertifikatvert.Kommune), pki.Mellom).Bygg());
        Assert.Equal(("MP-120", "certificate"), (forklaring.Text("kode"), Refusert(forklaring)));
        Assert.Contains("does not lead to an authority that is trusted here", forklaring.Text("grunn")!);
    }

    [Fact]
    public async Task A_token_is_explained_by_the_check_of_the_registers()
    {
        var token = await vert.TokenAsync();
        var god = await ForklarAsync(token);
        Assert.Equal(("token", true), (god.Text("hva"), god.GetProperty("godtas").GetBoolean()));
        var endret = await ForklarAsync(token[..^8] + "AAAAAAAA");
        Assert.Equal(("invalid_token", "The token's signature is wrong."), (endret.Text("kode"), endret.Text("grunn")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tull")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.W10.AAAA")]
    [InlineData("\u00e6\u00f8\u00e5 \0")]
    public async Task What_is_no_JWT_is_refused_by_the_assertions_own_step(string tekst) =>
        Assert.Equal("assertion", Refusert(await ForklarAsync(tekst)));

    [Fact]
    public void Every_step_of_the_endpoint_has_its_text()
    {
        var steg = vert.Services.GetRequiredService<Tokenrekkefoelge>().Steg;
        Assert.All(steg, s => Assert.NotEqual("", Stegtekster.For(s.GetType()).Paragraf));
        Assert.Equal(steg.Count, steg.Select(s => Stegtekster.For(s.GetType()).Navn).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_of_an_assertion_comes_into_the_log_by_explaining_it()
    {
        var foer = (await vert.TekstAsync("select lower(hex(noekkel)) from maskinporten.jti")).Count;
        await ForklarAsync(vert.Assertion().Bygg());
        Assert.Equal(foer, (await vert.TekstAsync("select lower(hex(noekkel)) from maskinporten.jti")).Count);
    }

    private async Task<JsonElement> ForklarAsync(string tekst)
    {
        using var innhold = new StringContent(tekst);
        return await ForklarAsync(innhold);
    }

    private async Task<JsonElement> ForklarAsync(HttpContent innhold)
    {
        using var svar = await vert.Http.PostAsync("/sandkasse/token/forklar", innhold);
        Assert.Equal((200, "no-store"), ((int)svar.StatusCode, svar.Headers.CacheControl?.ToString()));
        return await svar.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string? Refusert(JsonElement forklaring) =>
        forklaring.GetProperty("steg").EnumerateArray().Single(s => s.Text("utfall") == "refused").Text("navn");
}

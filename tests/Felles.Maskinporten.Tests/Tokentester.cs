using Felles.Kernel.Identifikatorer;
using Felles.Testing.Maskinporten;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

/// <summary>The answer and the token in it (Digdir, «Access token»).</summary>
public sealed class Tokentester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private readonly Maskinportenvert vert = fikstur.Vert;

    [Fact]
    public async Task The_answer_has_the_four_members_and_is_not_to_be_kept()
    {
        var svar = await vert.HentAsync(vert.Assertion("bank"));
        Assert.Equal((200, "application/json", "no-store"), (svar.Status, svar.ContentType, svar.CacheControl));
        Assert.Equal(["access_token", "token_type", "expires_in", "scope"], svar.Innhold.EnumerateObject().Select(p => p.Name));
        Assert.Equal("Bearer", svar.Innhold.Text("token_type"));
        Assert.Equal("120", svar.Innhold.GetProperty("expires_in").GetRawText());
        Assert.Equal("folkeregister:deling/finans", svar.Innhold.Text("scope"));
    }

    [Fact]
    public async Task The_header_is_kid_and_alg_alone()
    {
        var token = await vert.TokenAsync();
        var header = Assertion.Del(token, 0);
        Assert.Equal(["kid", "alg"], header.EnumerateObject().Select(p => p.Name));
        Assert.Equal("RS256", header.Text("alg"));
        Assert.Equal(43, header.Text("kid")!.Length);
    }

    [Fact]
    public async Task The_claims_are_the_documented_ones()
    {
        var klient = vert.Klient("bank");
        var claims = Assertion.Del(await vert.TokenAsync("bank"), 1);
        Assert.Equal(
            ["aud", "client_amr", "client_id", "consumer", "exp", "iat", "iss", "jti", "scope", "token_type"],
            claims.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(Maskinportenvert.Issuer, claims.Text("iss"));
        Assert.Equal("unspecified", claims.Text("aud"));
        Assert.Equal("private_key_jwt", claims.Text("client_amr"));
        Assert.Equal(klient.ClientId, claims.Text("client_id"));
        Assert.Equal("Bearer", claims.Text("token_type"));
        Assert.Equal(43, claims.Text("jti")!.Length);
        Assert.Equal("""{"authority":"iso6523-actorid-upis","ID":"0192:310166138"}""", claims.GetProperty("consumer").GetRawText());
        Assert.Equal(120, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
    }

    [Fact]
    public async Task Several_scopes_share_a_token_and_a_repeated_one_counts_once()
    {
        var svar = await vert.HentAsync(vert.Assertion().Med(
            "scope", "krr:global/kontaktinformasjon.read folkeregister:deling/offentligmedhjemmel  krr:global/kontaktinformasjon.read"));
        Assert.Equal("krr:global/kontaktinformasjon.read folkeregister:deling/offentligmedhjemmel", svar.Innhold.Text("scope"));
    }

    [Fact]
    public async Task Without_a_resource_the_audience_can_be_left_out()
    {
        await using var uten = await Maskinportenvert.StartAsync(innstillinger: "Felles:Maskinporten:UnspecifiedAudience=false");
        var token = await uten.TokenAsync();
        Assert.False(Assertion.Del(token, 1).TryGetProperty("aud", out _));
        Assert.Equal("315260183", await HvemAsync(uten, token));
    }

    [Theory]
    [InlineData(0, 0, 120)]
    [InlineData(600, 0, 600)]
    [InlineData(600, 300, 300)]
    [InlineData(60, 300, 60)]
    [InlineData(86400, 0, 3600)]
    public async Task The_lifetime_is_the_lowest_of_what_client_and_scope_allow(int klientens, int scopets, int ventet)
    {
        var scope = new Scope
        {
            Prefix = "proeve", Subscope = $"levetid{klientens}.{scopets}", Beskrivelse = "prøve", AtMaxAge = scopets, TilgjengeligForAlle = true,
        };
        await vert.Services.GetRequiredService<Tilgangsforvaltning>().LagreScopeAsync(scope, Aktoer.Program("prøve"));
        var klient = await vert.RegistrerAsync(scope.Navn, levetid: klientens);
        var svar = await vert.HentAsync(vert.Assertion(klient));
        Assert.Equal(ventet, svar.Innhold.GetProperty("expires_in").GetInt32());
    }

    [Fact]
    public async Task The_token_is_taken_by_a_register_and_not_after_its_time()
    {
        await using var egen = await Maskinportenvert.StartAsync();
        var token = await egen.TokenAsync();
        Assert.Equal("315260183", await HvemAsync(egen, token));
        egen.Klokke.Flytt(TimeSpan.FromSeconds(118));
        Assert.Equal("315260183", await HvemAsync(egen, token));
        egen.Klokke.Flytt(TimeSpan.FromSeconds(20));
        Assert.Equal("The token has expired.", await HvemAsync(egen, token));
    }

    [Fact]
    public async Task Withdrawing_the_scope_stops_the_next_token()
    {
        await using var egen = await Maskinportenvert.StartAsync();
        await egen.TokenAsync("bank");
        Assert.True(Organisasjonsnummer.TryParse("310166138", out var bank));
        await egen.Services.GetRequiredService<Tilgangsforvaltning>().TrekkScopeAsync(bank, "folkeregister:deling/finans", Aktoer.Program("prøve"));
        (await egen.HentAsync(egen.Assertion("bank"))).ErAvvist(403, "forbidden", "MP-250");
    }

    internal static async Task<string> HvemAsync(Maskinportenvert vert, string token)
    {
        using var melding = new HttpRequestMessage(HttpMethod.Get, "/hvem");
        melding.Headers.Authorization = new("Bearer", token);
        using var svar = await vert.Http.SendAsync(melding);
        return await svar.Content.ReadAsStringAsync();
    }
}

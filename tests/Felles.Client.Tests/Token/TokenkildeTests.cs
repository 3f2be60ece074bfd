using System.Net;
using Felles.Client.Folkeregister;
using Felles.Client.Token;
using Felles.Client.Utfall;
using Felles.Kernel.Identifikatorer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Client.Tests.Token;

public sealed class TokenkildeTests : IDisposable
{
    private static readonly Folkeregisteridentifikator Person = Folkeregisteridentifikator.FromValue(14838541241);

    private readonly Tokentjener _tjener = new();
    private readonly Klokke _klokke = new();
    private readonly RsaSecurityKey _offentlig;
    private readonly FellesKlient _klient;

    public TokenkildeTests()
    {
        (var json, _offentlig) = Klientfiler.Ny();
        _klient = new(new("http://felles.test"), Klientfiler.Les(json), _tjener, _klokke);
    }

    public void Dispose() => _klient.Dispose();

    [Fact]
    public async Task The_assertion_has_what_Maskinporten_asks_for()
    {
        await HentAsync(new("scope:a scope:b", ConsumerOrg: "974761076", Resource: "https://api.test"));

        var lest = new JsonWebToken(Assert.Single(_tjener.Paastander));
        Assert.Equal("min-noekkel", lest.Kid);
        Assert.Equal("RS256", lest.Alg);
        Assert.Equal("6e1cbf4a-5f5b-4f0c-9d59-9a0a8a3d9c11", lest.Issuer);
        Assert.Equal(["http://felles.test/maskinporten/"], lest.Audiences);
        Assert.Equal("scope:a scope:b", lest.GetPayloadValue<string>("scope"));
        Assert.Equal("974761076", lest.GetPayloadValue<string>("consumer_org"));
        Assert.Equal("https://api.test", lest.GetPayloadValue<string>("resource"));
        Assert.InRange(lest.GetPayloadValue<long>("exp") - lest.GetPayloadValue<long>("iat"), 1, 120);
        Assert.Equal(_klokke.Naa.ToUnixTimeSeconds(), lest.GetPayloadValue<long>("iat"));
        Assert.False(lest.TryGetPayloadValue<long>("nbf", out _));

        var dom = await new JsonWebTokenHandler().ValidateTokenAsync(lest, new TokenValidationParameters
        {
            IssuerSigningKey = _offentlig, ValidateAudience = false, ValidateIssuer = false, ValidateLifetime = false,
        });
        Assert.True(dom.IsValid);
    }

    [Fact]
    public async Task Each_assertion_has_a_jti_of_its_own()
    {
        await HentAsync(new("a"));
        await HentAsync(new("b"));

        Assert.Equal(2, _tjener.Paastander.Select(p => new JsonWebToken(p).Id).Distinct().Count());
        Assert.Equal(1, _tjener.Metadatakall);
    }

    [Fact]
    public async Task A_token_is_used_again_until_shortly_before_it_expires()
    {
        var foerste = await HentAsync(new("a"));
        _klokke.Naa += TimeSpan.FromSeconds(109);
        Assert.Equal(foerste, await HentAsync(new("a")));

        _klokke.Naa += TimeSpan.FromSeconds(2);
        Assert.NotEqual(foerste, await HentAsync(new("a")));
        Assert.Equal(2, _tjener.Paastander.Count);
    }

    [Fact]
    public async Task Callers_at_the_same_time_share_one_request()
    {
        var tokener = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => HentAsync(new("a")))));

        Assert.Single(tokener.Distinct());
        Assert.Single(_tjener.Paastander);
    }

    [Fact]
    public async Task Another_scope_or_consumer_is_another_token()
    {
        var tokener = new[] { await HentAsync(new("a")), await HentAsync(new("b")), await HentAsync(new("a", "974761076")) };

        Assert.Equal(3, tokener.Distinct().Count());
    }

    [Fact]
    public async Task A_token_that_the_service_refuses_is_replaced_once()
    {
        _tjener.Tjenestestatus = HttpStatusCode.Unauthorized;

        var svar = await _klient.Folkeregister(Pakke.OffentligMedHjemmel).OppslagAsync(Person, []);

        Assert.Equal(["token-1", "token-2"], _tjener.Tokener);
        Assert.Equal(HttpStatusCode.Unauthorized, Assert.IsType<Svar<byte[]>.Avvist>(svar).Grunn.Status);
    }

    [Fact]
    public async Task A_refused_token_is_a_refusal_of_the_call_and_nothing_is_sent_to_the_service()
    {
        _tjener.Avslag = """{"error":"forbidden","error_description":"MP-250: Consumer has not been granted access to the scope s"}""";

        var svar = await _klient.Folkeregister(Pakke.OffentligMedHjemmel).OppslagAsync(Person, []);

        var grunn = Assert.IsType<Svar<byte[]>.Avvist>(svar).Grunn;
        Assert.Equal(HttpStatusCode.Forbidden, grunn.Status);
        Assert.Equal("forbidden", grunn.Kode);
        Assert.StartsWith("MP-250", grunn.Melding);
        Assert.Empty(_tjener.Tokener);
    }

    [Fact]
    public async Task A_token_does_not_print_itself()
    {
        var svar = await _klient.Token.HentAsync(new("a"));

        Assert.DoesNotContain("token-1", svar.ToString());
    }

    private async Task<string> HentAsync(Tokenforespoersel forespoersel) =>
        Assert.IsType<Svar<Tilgangstoken>.Godtatt>(await _klient.Token.HentAsync(forespoersel)).Verdi.Token;

    private sealed class Klokke : TimeProvider
    {
        public DateTimeOffset Naa { get; set; } = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Naa;
    }
}

using System.Net;
using System.Security.Cryptography;
using Felles.Maskinporten.Noekler;
using Felles.Testing.Maskinporten;

namespace Felles.Maskinporten.Tests;

/// <summary>The key sets of other issuers: how long they are believed, and what is taken out of them.</summary>
public sealed class Utstedernoekkeltester : IDisposable
{
    private const string Issuer = "https://annen.test/";

    private readonly RSA rsa = RSA.Create(2048);
    private readonly Testklokke klokke = new();
    private readonly Nett nett = new();
    private readonly Utstedernoekler noekler;

    public Utstedernoekkeltester()
    {
        var options = new MaskinportenOptions { Utstedere = [new() { Issuer = Issuer, JwksUri = "http://annen.test/jwk" }] };
        noekler = new Utstedernoekler(options, nett, new Endringsvarsel(), klokke);
    }

    [Fact]
    public async Task A_set_that_cannot_be_read_anew_is_tried_each_half_minute_and_believed_for_two_days_in_all()
    {
        nett.Innhold = Sett(Jwk("a", rsa));
        Assert.True(await KjennerAsync("a"));
        klokke.Flytt(TimeSpan.FromHours(23));
        Assert.True(await KjennerAsync("a"));
        Assert.Equal(1, nett.Kall);

        nett.Innhold = null;
        klokke.Flytt(TimeSpan.FromHours(2));
        Assert.True(await KjennerAsync("a"));
        Assert.True(await KjennerAsync("a"));
        Assert.Equal(2, nett.Kall);
        klokke.Flytt(TimeSpan.FromSeconds(31));
        Assert.True(await KjennerAsync("a"));
        Assert.Equal(3, nett.Kall);

        klokke.Flytt(TimeSpan.FromHours(23));
        Assert.False(await KjennerAsync("a"));
        nett.Innhold = Sett(Jwk("a", rsa));
        klokke.Flytt(TimeSpan.FromSeconds(31));
        Assert.True(await KjennerAsync("a"));
    }

    [Fact]
    public async Task A_key_the_issuer_has_withdrawn_is_unknown_when_the_set_is_read_anew()
    {
        nett.Innhold = Sett(Jwk("a", rsa));
        Assert.True(await KjennerAsync("a"));
        nett.Innhold = Sett(Jwk("b", rsa));
        klokke.Flytt(TimeSpan.FromHours(25));
        Assert.False(await KjennerAsync("a"));
        Assert.True(await KjennerAsync("b"));
    }

    [Fact]
    public async Task Keys_that_are_no_good_are_not_taken_and_leave_the_others_alone()
    {
        using var kort = RSA.Create(1024);
        var god = Jwk("god", rsa);
        nett.Innhold = Sett(
            """{"kty":"RSA","kid":"brutt","n":"!!","e":"AQAB"}""",
            """{"kty":"RSA","kid":"tom"}""",
            """{"kty":"EC","kid":"ec","crv":"P-256","x":"AA","y":"AA"}""",
            god.Replace("\"god\"", "\"lik\"").Replace("\"AQAB\"", "\"AQ\""),
            god.Replace("\"god\"", "\"kryptering\"").Replace("\"sig\"", "\"enc\""),
            Jwk("kort", kort),
            god);
        foreach (var kid in new[] { "brutt", "tom", "ec", "lik", "kryptering", "kort", "" })
            Assert.False(await KjennerAsync(kid), kid);
        Assert.True(await KjennerAsync("god"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ikke json")]
    [InlineData("[]")]
    [InlineData("""{"keys":7}""")]
    [InlineData("""{"keys":[null]}""")]
    [InlineData("""{"keys":[7]}""")]
    public async Task A_set_that_is_none_is_like_an_issuer_that_is_away(string innhold)
    {
        nett.Innhold = innhold;
        Assert.False(await KjennerAsync("a"));
    }

    public void Dispose()
    {
        nett.Dispose();
        rsa.Dispose();
    }

    private async Task<bool> KjennerAsync(string kid) => await noekler.FinnAsync(Issuer, kid, CancellationToken.None) is not null;

    private static string Sett(params string[] noekler) => $$"""{"keys":[{{string.Join(',', noekler)}}]}""";

    private static string Jwk(string kid, RSA rsa)
    {
        var jwk = Testklient.Offentlig(kid, rsa);
        return $$"""{"kty":"RSA","use":"sig","alg":"RS256","kid":"{{kid}}","n":"{{jwk.N}}","e":"{{jwk.E}}"}""";
    }

    /// <summary>The way to the issuer.</summary>
    private sealed class Nett : HttpMessageHandler, IHttpClientFactory
    {
        /// <summary>What the issuer answers; null when it is away.</summary>
        public string? Innhold { get; set; }

        public int Kall { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Kall++;
            return Innhold is null
                ? throw new HttpRequestException("The issuer is away.")
                : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Innhold) });
        }
    }
}

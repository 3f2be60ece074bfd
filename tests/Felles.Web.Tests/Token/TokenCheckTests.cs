using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Felles.Testing.Maskinporten;
using Felles.Web.Token;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Tests.Token;

public sealed class TokenCheckTests : IDisposable
{
    private readonly Tokenmaker maker = new();
    private readonly Testklokke clock = new();
    private readonly TokenCheck check;

    public TokenCheckTests() => check = new TokenCheck(maker, new TokenOptions { CacheSize = 16 }, Tokenmaker.Audience, clock);

    private DateTimeOffset Now => clock.GetUtcNow();

    public void Dispose()
    {
        check.Dispose();
        maker.Dispose();
    }

    [Fact]
    public async Task A_good_token_gives_its_claims()
    {
        var token = await Valid(maker.Token(Now, c =>
        {
            c["supplier"] = new JsonObject { ["authority"] = "iso6523-actorid-upis", ["ID"] = "0192:991825827" };
            c["pid"] = "24907999374";
        }));
        Assert.Equal(("974761076", "991825827"), (token.Konsument.ToWire(), token.Leverandoer?.ToWire()));
        Assert.Equal((Tokenmaker.Issuer, "klient", "a:b c:d", "id", "24907999374", "unspecified"),
            (token.Issuer, token.ClientId, token.Scope, token.Jti, token.Pid, token.Audience));
        Assert.Equal(["a:b", "c:d"], token.Scopes.Order());
    }

    [Theory]
    [InlineData("""{"aud":"http://felles.test"}""")]
    [InlineData("""{"aud":"http://felles.test/"}""")]
    [InlineData("""{"aud":["https://annen/","http://felles.test"]}""")]
    [InlineData("""{"aud":null}""")]
    public async Task The_audience_may_be_us_or_absent(string claims)
    {
        var aud = JsonNode.Parse(claims)!["aud"]?.DeepClone();
        await Valid(maker.Token(Now, c =>
        {
            c.Remove("aud");
            if (aud is not null)
                c["aud"] = aud;
        }));
    }

    [Fact]
    public async Task Numbers_with_a_decimal_are_times() =>
        await Valid(maker.Token(Now, c => c["exp"] = JsonNode.Parse($"{Now.ToUnixTimeSeconds() + 60}.0")));

    [Theory]
    [InlineData("exp", "17")]
    [InlineData("exp", "\"snart\"")]
    [InlineData("exp", "1e300")]
    [InlineData("nbf", "32503680000")]
    [InlineData("aud", "\"https://annen/\"")]
    [InlineData("aud", "7")]
    [InlineData("iss", "\"https://annen/\"")]
    [InlineData("iss", "\"https://utsteder.test\"")]
    [InlineData("consumer", "null")]
    [InlineData("consumer", "{\"ID\":\"0192:974761077\"}")]
    [InlineData("supplier", "\"974761076\"")]
    [InlineData("scope", "[\"a:b\"]")]
    [InlineData("client_id", "7")]
    public async Task A_signed_token_with_a_wrong_claim_is_refused(string claim, string json) =>
        await Refused(maker.Token(Now, c => c[claim] = JsonNode.Parse(json)));

    [Fact]
    public async Task An_expired_token_holds_for_the_skew_only_also_when_it_is_remembered()
    {
        var token = maker.Token(Now);
        await Valid(token);
        clock.Flytt(TimeSpan.FromSeconds(125));
        await Valid(token);
        clock.Flytt(TimeSpan.FromSeconds(10));
        await Refused(token);
    }

    [Fact]
    public async Task No_key_of_the_token_itself_is_believed()
    {
        using var stranger = RSA.Create(2048);
        var jwk = Testklient.Offentlig("egen", stranger);
        foreach (var kid in new[] { "egen", "noekkel", "" })
        {
            var header = Tokenmaker.Header(kid);
            header["jwk"] = new JsonObject { ["kty"] = "RSA", ["n"] = jwk.N, ["e"] = jwk.E, ["kid"] = kid };
            header["jku"] = "https://angriper.test/jwk";
            header["x5u"] = "https://angriper.test/x5u";
            await Refused(Tokenmaker.Sign(
                header.ToJsonString(),
                Tokenmaker.Claims(Now).ToJsonString(),
                data => stranger.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
        }
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("PS256")]
    [InlineData("")]
    public async Task No_other_algorithm_is_believed(string alg)
    {
        var secret = Encoding.ASCII.GetBytes(maker.Key.ExportRSAPublicKeyPem());
        var header = Tokenmaker.Header();
        header["alg"] = alg;
        foreach (var signer in new Func<byte[], byte[]>[]
        {
            data => HMACSHA256.HashData(secret, data),
            data => maker.Key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            data => maker.Key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        })
        {
            await Refused(Tokenmaker.Sign(header.ToJsonString(), Tokenmaker.Claims(Now).ToJsonString(), signer));
        }

        var unsigned = maker.Token(Now, header: h => h["alg"] = alg);
        await Refused(unsigned[..(unsigned.LastIndexOf('.') + 1)]);
    }

    [Theory]
    [InlineData("""{"kid":"noekkel","alg":"RS256","alg":"none"}""")]
    [InlineData("""{"kid":"noekkel","alg":"RS256","crit":["b64"],"b64":false}""")]
    [InlineData("""{"kid":7,"alg":"RS256"}""")]
    [InlineData("""{"alg":"RS256"}""")]
    [InlineData("""["RS256"]""")]
    [InlineData("""{"kid":"\ud800","alg":"RS256"}""")]
    public async Task A_strange_header_is_refused(string header) =>
        await Refused(maker.Sign(header, Tokenmaker.Claims(Now).ToJsonString()));

    [Fact]
    public async Task Doubled_claims_are_refused()
    {
        var claims = Tokenmaker.Claims(Now).ToJsonString();
        await Refused(maker.Sign(Tokenmaker.Header().ToJsonString(), claims[..^1] + ",\"scope\":\"felles:drift\"}"));
    }

    [Fact]
    public async Task Every_changed_byte_of_a_token_is_noticed()
    {
        var token = maker.Token(Now);
        await Valid(token);
        var last = token.Length - 1;
        for (var i = 0; i < token.Length; i += 7)
        {
            // The last character of the signature has unused bits: another text, the same bytes.
            if (token[i] == '.' || i == last)
                continue;
            var other = token[i] == 'A' ? 'B' : 'A';
            await Refused(token[..i] + other + token[(i + 1)..]);
        }
    }

    [Theory]
    [InlineData(8193)]
    [InlineData(100_000)]
    public async Task A_long_header_is_refused_unread(int length) => await Refused(new string('a', length));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("æøå.b.c")]
    [InlineData("eyJ9 .eyJ9.eyJ9")]
    public async Task Nonsense_is_refused(string token) => await Refused(token);

    [Fact]
    public async Task Without_a_bearer_token_there_is_none()
    {
        Assert.IsType<TokenResult.Mangler>(await check.CheckAsync(new DefaultHttpContext()));
        Assert.IsType<TokenResult.Mangler>(await check.CheckAsync(Request("Basic YTpi")));
        Assert.IsType<TokenResult.Ugyldig>(await check.CheckAsync(Request("Bearer ")));
        var twice = new DefaultHttpContext();
        twice.Request.Headers.Authorization = new(["Bearer a", "Bearer b"]);
        Assert.IsType<TokenResult.Ugyldig>(await check.CheckAsync(twice));
    }

    [Fact]
    public async Task The_scheme_is_read_in_any_case() =>
        Assert.IsType<TokenResult.Gyldig>(await check.CheckAsync(Request("bearer " + maker.Token(Now))));

    [Fact]
    public async Task A_remembered_token_is_not_judged_again_until_something_changes()
    {
        var token = maker.Token(Now);
        var first = await Valid(token);
        Assert.Same(first, await Valid(token));
        Assert.Equal(1, maker.Lookups);
        maker.Change();
        Assert.NotSame(first, await Valid(token));
        Assert.Equal(2, maker.Lookups);
        maker.Kid = "ny";
        maker.Change();
        await Refused(token);
    }

    [Fact]
    public async Task The_memory_is_bounded_and_keeps_no_refusals()
    {
        for (var i = 0; i < 200; i++)
        {
            await Valid(maker.Token(Now, c => c["jti"] = $"{i}"));
            await Refused(maker.Token(Now, c => c["aud"] = $"{i}"));
        }

        Assert.InRange(check.Remembered, 1, 17);
    }

    [Fact]
    public async Task A_hit_allocates_nothing()
    {
        var ctx = Request("Bearer " + maker.Token(Now));
        await check.CheckAsync(ctx);
        for (var i = 0; i < 1000; i++)
            await check.CheckAsync(ctx);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            await check.CheckAsync(ctx);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static DefaultHttpContext Request(string authorization)
    {
        var ctx = new DefaultHttpContext();
        ctx.Request.Headers.Authorization = authorization;
        return ctx;
    }

    private async Task<ValidatedToken> Valid(string token) =>
        Assert.IsType<TokenResult.Gyldig>(await check.CheckAsync(Request("Bearer " + token))).Token;

    private async Task Refused(string token) => Assert.IsType<TokenResult.Ugyldig>(await check.CheckAsync(Request("Bearer " + token)));
}

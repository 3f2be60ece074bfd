using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Felles.Web.Token;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Web.Tests.Token;

/// <summary>An issuer of one key, and the tokens it makes; also the key source that believes it.</summary>
internal sealed class Tokenmaker : ISigningKeySource, IDisposable
{
    public const string Issuer = "https://utsteder.test/";
    public const string Audience = "http://felles.test";

    private CancellationTokenSource change = new();

    public RSA Key { get; } = RSA.Create(2048);

    public string Kid { get; set; } = "noekkel";

    public int Lookups { get; private set; }

    public bool Knows(string issuer) => issuer == Issuer;

    public ValueTask<SecurityKey?> FindAsync(string issuer, string kid, CancellationToken ct)
    {
        Lookups++;
        return new(kid == Kid ? new RsaSecurityKey(Key.ExportParameters(false)) { KeyId = Kid } : null);
    }

    public IChangeToken GetChangeToken() => new CancellationChangeToken(change.Token);

    public void Change() => Interlocked.Exchange(ref change, new CancellationTokenSource()).Cancel();

    public static JsonObject Header(string kid = "noekkel") => new() { ["kid"] = kid, ["alg"] = "RS256" };

    public static JsonObject Claims(DateTimeOffset now) => new()
    {
        ["iss"] = Issuer,
        ["client_id"] = "klient",
        ["consumer"] = new JsonObject { ["authority"] = "iso6523-actorid-upis", ["ID"] = "0192:974761076" },
        ["scope"] = "a:b c:d",
        ["iat"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.ToUnixTimeSeconds() + 120,
        ["jti"] = "id",
        ["aud"] = "unspecified",
    };

    public string Token(DateTimeOffset now, Action<JsonObject>? claims = null, Action<JsonObject>? header = null)
    {
        var (h, c) = (Header(), Claims(now));
        header?.Invoke(h);
        claims?.Invoke(c);
        return Sign(h.ToJsonString(), c.ToJsonString());
    }

    public string Sign(string header, string claims) =>
        Sign(header, claims, data => Key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Sign(string header, string claims, Func<byte[], byte[]> signer)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(signer(Encoding.ASCII.GetBytes(signed)))}";
    }

    public void Dispose()
    {
        Key.Dispose();
        change.Dispose();
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Felles.Web.Token;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Testing.Maskinporten;

/// <summary>A client of the token server with its private key: one of the sandbox's own, or one a test registers.</summary>
public sealed class Testklient(string clientId, string kid, RSA noekkel, IReadOnlyList<string> scopes)
{
    public string ClientId { get; } = clientId;

    public string Kid { get; } = kid;

    public RSA Noekkel { get; } = noekkel;

    public IReadOnlyList<string> Scopes { get; } = scopes;

    /// <summary>The public key as it is registered.</summary>
    public JsonWebKey Jwk => Offentlig(Kid, Noekkel);

    /// <summary>Reads a file of <c>felles-data/klienter</c>.</summary>
    public static Testklient Les(string fil)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(fil));
        var (root, jwk) = (document.RootElement, document.RootElement.GetProperty("jwk"));
        byte[] Tall(string navn) => Base64UrlEncoder.DecodeBytes(jwk.Text(navn));
        var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Tall("n"), Exponent = Tall("e"), D = Tall("d"), P = Tall("p"), Q = Tall("q"), DP = Tall("dp"), DQ = Tall("dq"), InverseQ = Tall("qi"),
        });
        return new Testklient(
            root.Text("client_id")!, jwk.Text("kid")!, rsa, [.. root.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()!)]);
    }

    public static JsonWebKey Offentlig(string kid, RSA noekkel)
    {
        var tall = noekkel.ExportParameters(includePrivateParameters: false);
        return new JsonWebKey
        {
            Kty = "RSA", Use = "sig", Alg = "RS256", Kid = kid, N = Base64UrlEncoder.Encode(tall.Modulus), E = Base64UrlEncoder.Encode(tall.Exponent),
        };
    }

    /// <summary>A good assertion, to be spoilt in one place.</summary>
    public Assertion Assertion(string aud, DateTimeOffset naa) => Maskinporten.Assertion.For(this, aud, naa);
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Felles.Web.Token;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Noekler;

/// <summary>A key of the token server on this host.</summary>
internal sealed class Signeringsnoekkel
{
    private readonly RsaPool? privat;

    /// <param name="rad">The row it came from.</param>
    /// <param name="privat">Null for a retired key: its private part no longer exists anywhere.</param>
    public Signeringsnoekkel(Signeringsrad rad, RSAParameters? privat)
    {
        Kid = rad.Kid;
        Tilstand = rad.Tilstand;
        Opprettet = DateTimeOffset.FromUnixTimeSeconds(rad.Opprettet);
        PubliseresTil = rad.PubliseresTil is { } til ? DateTimeOffset.FromUnixTimeSeconds(til) : null;
        Offentlig = new RsaSecurityKey(new RSAParameters { Modulus = rad.Modulus, Exponent = rad.Eksponent }) { KeyId = rad.Kid };
        Header = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"kid":"{{rad.Kid}}","alg":"RS256"}""")));
        SignatureLength = rad.Modulus.Length;
        this.privat = privat is { } parametre ? new RsaPool(parametre) : null;
    }

    public string Kid { get; }

    public string Tilstand { get; }

    public DateTimeOffset Opprettet { get; }

    /// <summary>When it leaves the key set; null as long as it signs or waits to.</summary>
    public DateTimeOffset? PubliseresTil { get; }

    public RsaSecurityKey Offentlig { get; }

    /// <summary>The first part of its tokens, in base64url: <c>kid</c> and <c>alg</c>, nothing else.</summary>
    public byte[] Header { get; }

    public int SignatureLength { get; }

    public byte[] Sign(ReadOnlySpan<byte> data) =>
        (privat ?? throw new InvalidOperationException($"The key {Kid} is retired.")).Sign(data, HashAlgorithmName.SHA256);

    /// <summary>The key's own fingerprint (RFC 7638): 43 characters, the same wherever it is computed.</summary>
    public static string Fingeravtrykk(RSAParameters parametre)
    {
        var jwk = $$"""{"e":"{{Base64Url.EncodeToString(parametre.Exponent)}}","kty":"RSA","n":"{{Base64Url.EncodeToString(parametre.Modulus)}}"}""";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(jwk)));
    }
}

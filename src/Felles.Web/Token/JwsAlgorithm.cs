using System.Security.Cryptography;

namespace Felles.Web.Token;

/// <summary>
/// The three signature algorithms Maskinporten uses. The name in the header only chooses the hash: the kind of key is always RSA,
/// so neither <c>none</c> nor an HMAC over the public key can be talked into it (RFC 8725 §3.1).
/// </summary>
public static class JwsAlgorithm
{
    public static bool TryHash(string? alg, out HashAlgorithmName hash)
    {
        hash = alg switch
        {
            "RS256" => HashAlgorithmName.SHA256,
            "RS384" => HashAlgorithmName.SHA384,
            "RS512" => HashAlgorithmName.SHA512,
            _ => default,
        };
        return hash.Name is not null;
    }
}

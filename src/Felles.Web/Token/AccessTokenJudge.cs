using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Web.Token;

/// <summary>The whole validation of an access token: what <see cref="TokenCheck"/> does once per token.</summary>
internal sealed class AccessTokenJudge(ISigningKeySource keys, IReadOnlySet<string> audiences, TimeSpan skew, TimeProvider clock)
{
    // The pools live as long as the key objects the source hands out.
    private readonly ConditionalWeakTable<SecurityKey, RsaPool> pools = [];

    public async ValueTask<TokenResult> JudgeAsync(byte[] token, CancellationToken ct)
    {
        if (CompactJws.TryParse(token) is not { } jws || JwsHeader.TryRead(jws.Header) is not { } header)
            return Refused("The token is malformed.");
        if (!JwsAlgorithm.TryHash(header.Alg, out var hash))
            return Refused("The token's algorithm is not accepted.");
        using var claims = StrictJson.ParseObject(jws.Payload);
        if (claims is null)
            return Refused("The token is malformed.");
        if (claims.RootElement.Text("iss") is not { } issuer || !keys.Knows(issuer))
            return Refused("The token's issuer is not accepted.");
        if (header.Kid is not { Length: > 0 and <= 256 } kid || await keys.FindAsync(issuer, kid, ct) is not { } key
            || Pool(key) is not { } pool)
            return Refused("The token's key is unknown.");
        if (!pool.Verify(jws.Signed.Span, jws.Signature, hash))
            return Refused("The token's signature is wrong.");
        return JudgeClaims(claims.RootElement, issuer);
    }

    private TokenResult JudgeClaims(JsonElement claims, string issuer)
    {
        var now = clock.GetUtcNow();
        if (!AccessTokenClaims.TryTime(claims, "exp", out var expires) || expires + skew <= now)
            return Refused("The token has expired.");
        if (claims.TryGetProperty("nbf", out _) && (!AccessTokenClaims.TryTime(claims, "nbf", out var notBefore) || notBefore - skew > now))
            return Refused("The token is not valid yet.");
        if (Audience(claims) is not { } audience)
            return Refused("The token is meant for another audience.");
        return AccessTokenClaims.Read(claims, issuer, audience, expires) is { } token
            ? new TokenResult.Gyldig(token)
            : Refused("The token lacks a claim.");
    }

    private string? Audience(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out var aud))
            return AccessTokenClaims.NoAudience;
        if (aud.ValueKind == JsonValueKind.String)
            return Accepted(aud.GetString()!);
        if (aud.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var one in aud.EnumerateArray())
        {
            if (one.ValueKind == JsonValueKind.String && Accepted(one.GetString()!) is { } accepted)
                return accepted;
        }

        return null;
    }

    private string? Accepted(string audience) =>
        audience == AccessTokenClaims.NoAudience || audiences.Contains(audience) ? audience : null;

    private RsaPool? Pool(SecurityKey key)
    {
        if (pools.TryGetValue(key, out var pool))
            return pool;
        RSAParameters? parameters = key switch
        {
            RsaSecurityKey { Rsa: not null } rsa => rsa.Rsa.ExportParameters(includePrivateParameters: false),
            RsaSecurityKey rsa => rsa.Parameters,
            _ => null,
        };
        return parameters is { Modulus: not null } found ? pools.GetValue(key, _ => new RsaPool(found)) : null;
    }

    private static TokenResult.Ugyldig Refused(string reason) => new(reason);
}

using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Client.Token;

/// <summary>
/// The signed assertion of the JWT-bearer grant (RFC 7523), with Maskinporten's claims: <c>kid</c> in the header, one audience, and at most
/// 120 seconds to live.
/// </summary>
internal sealed class Paastand
{
    private static readonly TimeSpan Levetid = TimeSpan.FromSeconds(60);

    private readonly JsonWebTokenHandler _skriver = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly Klientfil _klient;
    private readonly SigningCredentials _noekkel;

    internal Paastand(Klientfil klient)
    {
        _klient = klient;
        try
        {
            var jwk = new JsonWebKey(klient.Jwk.GetRawText());
            if (!jwk.HasPrivateKey || string.IsNullOrEmpty(jwk.KeyId))
                throw new KlientfilException($"The client file of {klient} has no private key with a kid.");
            _noekkel = new(jwk, string.IsNullOrEmpty(jwk.Alg) ? SecurityAlgorithms.RsaSha256 : jwk.Alg);
        }
        catch (ArgumentException e)
        {
            throw new KlientfilException($"The client file of {klient} has a jwk that cannot be read: {e.Message}", e);
        }
    }

    internal string Skriv(string issuer, Tokenforespoersel forespoersel, DateTimeOffset naa)
    {
        var krav = new Dictionary<string, object> { ["scope"] = forespoersel.Scope, ["jti"] = Guid.NewGuid().ToString() };
        if (forespoersel.ConsumerOrg is { } konsument)
            krav["consumer_org"] = konsument;
        if (forespoersel.Resource is { } ressurs)
            krav["resource"] = ressurs;
        return _skriver.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _klient.ClientId,
            Audience = issuer,
            IssuedAt = naa.UtcDateTime,
            Expires = (naa + Levetid).UtcDateTime,
            Claims = krav,
            SigningCredentials = _noekkel,
        });
    }
}

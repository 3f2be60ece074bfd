using System.Collections.Frozen;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// Only documented claims (Digdir, «JWT grant»: since 2025 an unknown one is refused), unless switched off. <c>nbf</c> and <c>sub</c> are
/// what common token libraries add by themselves.
/// </summary>
internal sealed class Claimnavnsteg(MaskinportenOptions options) : ITokensteg
{
    private static readonly FrozenSet<string> Kjente = new[]
    {
        "aud", "iss", "scope", "iat", "exp", "jti", "nbf", "sub", "resource", "pid", "consumer_org", "iss_onbehalfof",
            "authorization_details",
    }.ToFrozenSet();

    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (!options.RefuseUnknownClaims)
            return default;
        foreach (var claim in forespoersel.Claims.EnumerateObject())
        {
            if (!Kjente.Contains(claim.Name))
                return new(Avslag.UgyldigParameter.Fordi($"The claim {(claim.Name.Length > 64 ? claim.Name[..64] : claim.Name)} is not documented."));
        }

        return default;
    }
}

using Felles.Web.Token;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// The header has a chain of certificates or none (RFC 7515 §4.1.6), and one of the three algorithms Maskinporten takes
/// (metadata: <c>token_endpoint_auth_signing_alg_values_supported</c>). <c>typ</c> is not looked at.
/// </summary>
internal sealed class Headersteg : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (!forespoersel.Header.X5c.WellFormed)
            return new(Avslag.UgyldigX5c.Fordi("x5c must be a list of one to six texts, each the base64 of a DER certificate, the leaf first."));
        if (!JwsAlgorithm.TryHash(forespoersel.Header.Alg, out var hash))
            return new(Avslag.UgyldigParameter.Fordi("alg must be RS256, RS384 or RS512."));
        forespoersel.Hash = hash;
        return default;
    }
}

using Felles.Web.Token;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>The assertion is one signed JWT whose header and claims are JSON objects (RFC 7523 §3, RFC 7519 §7.2).</summary>
internal sealed class Assertionsteg : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (forespoersel.Skjema.Assertion is not { Length: > 0 } assertion
            || CompactJws.TryParse(assertion) is not { } jws
            || JwsHeader.TryRead(jws.Header) is not { } header
            || StrictJson.ParseObject(jws.Payload) is not { } claims)
        {
            return new(Avslag.UgyldigParameter.Fordi(
                "It must be three parts of base64url with dots between and nothing else, no blank and no line break, over JSON objects."));
        }

        forespoersel.Jws = jws;
        forespoersel.Header = header;
        forespoersel.SettClaims(claims);
        return default;
    }
}

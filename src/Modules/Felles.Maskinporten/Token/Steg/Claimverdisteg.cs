using System.Text.Json;
using Felles.Kernel.Identifikatorer;
using Felles.Web.Token;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// The optional claims have values of their kind: <c>jti</c>, <c>resource</c> (RFC 8707 §2, one text or a list of one), <c>pid</c> (eleven
/// digits), <c>consumer_org</c> (nine digits), which excludes the older <c>iss_onbehalfof</c> (Digdir, «JWT grant»).
/// </summary>
internal sealed class Claimverdisteg : ITokensteg
{
    private const int LengsteTekst = 512;

    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        var claims = forespoersel.Claims;
        if (!TryText(claims, "jti", out _)
            || !TryText(claims, "pid", out var pid)
            || !TryText(claims, "consumer_org", out var consumerOrg)
            || !TryText(claims, "iss_onbehalfof", out var onBehalfOf)
            || !TryResource(claims, out var resource)
            || (pid is not null && !Folkeregisteridentifikator.TryParse(pid, out _))
            || (consumerOrg is not null && onBehalfOf is not null))
        {
            return new(Avslag.UgyldigParameter);
        }

        if (consumerOrg is not null)
        {
            if (!Organisasjonsnummer.TryParse(consumerOrg, out var orgnr))
                return new(Avslag.UgyldigParameter);
            forespoersel.ConsumerOrg = orgnr;
        }

        forespoersel.Pid = pid;
        forespoersel.Resource = resource;
        return default;
    }

    private static bool TryText(JsonElement claims, string navn, out string? verdi)
    {
        verdi = null;
        if (!claims.TryGetProperty(navn, out _))
            return true;
        verdi = claims.Text(navn);
        return verdi is { Length: > 0 and <= LengsteTekst };
    }

    private static bool TryResource(JsonElement claims, out string? verdi)
    {
        verdi = null;
        if (!claims.TryGetProperty("resource", out var resource))
            return true;
        if (resource.ValueKind == JsonValueKind.Array && resource.GetArrayLength() == 1)
            resource = resource[0];
        verdi = resource.ValueKind == JsonValueKind.String ? resource.GetString() : null;
        return verdi is { Length: > 0 and <= LengsteTekst };
    }
}

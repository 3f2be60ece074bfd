using Microsoft.Net.Http.Headers;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// The request is a form (RFC 6749 §4.5: parameters in <c>application/x-www-form-urlencoded</c>), whatever charset it claims.
/// </summary>
internal sealed class Skjemasteg : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(forespoersel.ContentType, out var type)
            || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || Tokenskjema.TryRead(forespoersel.Innhold.Span) is not { } skjema)
        {
            return new(Avslag.UgyldigParameter);
        }

        forespoersel.Skjema = skjema;
        return default;
    }
}

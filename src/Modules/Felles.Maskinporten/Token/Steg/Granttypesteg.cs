namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// The grant is the JWT bearer grant, the only one there is (RFC 7523 §2.1). A missing one is a malformed request (RFC 6749 §5.2).
/// </summary>
internal sealed class Granttypesteg : ITokensteg
{
    public const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct) => forespoersel.Skjema.GrantType switch
    {
        JwtBearer => default,
        null or "" => new(Avslag.UgyldigParameter),
        _ => new(Avslag.UkjentGrantType),
    };
}

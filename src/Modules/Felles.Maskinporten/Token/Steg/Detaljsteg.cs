namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// <c>authorization_details</c> has types that this installation knows (RFC 9396 §5). It has neither system users nor consents,
/// so every type is unknown.
/// </summary>
internal sealed class Detaljsteg : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct) =>
        forespoersel.Claims.TryGetProperty("authorization_details", out _) ? new(Avslag.UkjentDetaljtype) : default;
}

using System.Text.Json;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// <c>aud</c> is exactly one audience, this issuer or one it is configured to answer for (RFC 7523 §3, point 3). It may be written as a
/// text or as a list of one; the address of the token endpoint is not an audience.
/// </summary>
internal sealed class Mottakersteg(Maskinportenoppsett oppsett) : ITokensteg
{
    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct) =>
        forespoersel.Claims.TryGetProperty("aud", out var aud) && EnTekst(aud) is { } mottaker && oppsett.Mottakere.Contains(mottaker)
            ? default
            : new(Avslag.FeilMottaker.Fordi($"aud must be exactly {oppsett.Issuer}, as a text or a list of one."));

    private static string? EnTekst(JsonElement aud) => aud.ValueKind switch
    {
        JsonValueKind.String => aud.GetString(),
        JsonValueKind.Array when aud.GetArrayLength() == 1 && aud[0].ValueKind == JsonValueKind.String => aud[0].GetString(),
        _ => null,
    };
}

using System.Text.Json;

namespace Felles.Maskinporten.Token.Steg;

/// <summary>
/// The assertion is fresh (RFC 7523 §3, points 4–6): made at most 10 seconds after our clock, living at most 120 seconds, not yet past
/// (Digdir, «JWT grant»). Times are JSON numbers and may have decimals (RFC 7519 §2).
/// </summary>
internal sealed class Tidssteg : ITokensteg
{
    private const double Klokkeavvik = 10;
    private const double LengsteLevetid = 120;

    public ValueTask<Avslag?> ProevAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        var claims = forespoersel.Claims;
        if (Tall(claims, "iat") is not { } iat || Tall(claims, "exp") is not { } exp)
            return new(Avslag.UgyldigParameter.Fordi("iat and exp must both be numbers: seconds since 1970."));
        var nbf = iat;
        if (claims.TryGetProperty("nbf", out _))
        {
            if (Tall(claims, "nbf") is not { } angitt)
                return new(Avslag.UgyldigParameter.Fordi("nbf must be a number: seconds since 1970."));
            nbf = angitt;
        }

        var naa = forespoersel.Mottatt.ToUnixTimeMilliseconds() / 1000.0;
        if (iat > naa + Klokkeavvik || nbf > naa + Klokkeavvik)
            return new(Avslag.UtstedtIFremtiden.Fordi($"It is {Math.Max(iat, nbf) - naa:0} seconds ahead of the clock here."));
        if (iat < naa - Klokkeavvik - LengsteLevetid || exp <= iat || exp - iat > LengsteLevetid || exp + Klokkeavvik <= naa)
            return new(Avslag.Utloept.Fordi(Grunn(iat, exp, naa)));
        forespoersel.Utloeper = DateTimeOffset.FromUnixTimeSeconds((long)Math.Ceiling(exp + Klokkeavvik));
        return default;
    }

    private static string Grunn(double iat, double exp, double naa)
    {
        if (exp <= iat)
            return "exp is not after iat.";
        return exp - iat > LengsteLevetid
            ? $"exp is {exp - iat:0} seconds after iat; {LengsteLevetid} is the most."
            : $"exp passed {naa - exp:0} seconds ago by the clock here.";
    }

    private static double? Tall(JsonElement claims, string navn) =>
        claims.TryGetProperty(navn, out var verdi) && verdi.ValueKind == JsonValueKind.Number && verdi.TryGetDouble(out var tall)
            && double.IsFinite(tall) ? tall : null;
}

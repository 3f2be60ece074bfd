using System.Collections.Frozen;
using System.Text.Json;
using Felles.Kernel.Identifikatorer;

namespace Felles.Web.Token;

/// <summary>
/// Reads the claims of a Maskinporten access token into a <see cref="ValidatedToken"/>; time and audience are judged by the caller.
/// </summary>
internal static class AccessTokenClaims
{
    public const string NoAudience = "unspecified";

    public static ValidatedToken? Read(JsonElement claims, string issuer, string audience, DateTimeOffset expires)
    {
        if (!TryOrganisation(claims, "consumer", out var consumer) || consumer is null
            || !TryOrganisation(claims, "supplier", out var supplier))
            return null;
        var scope = claims.Text("scope");
        if (scope is null || claims.Text("client_id") is not { } clientId)
            return null;
        return new ValidatedToken
        {
            Issuer = issuer,
            ClientId = clientId,
            Konsument = consumer.Value,
            Leverandoer = supplier,
            Scopes = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(),
            Scope = scope,
            Jti = claims.Text("jti") ?? string.Empty,
            Utloeper = expires,
            Pid = claims.Text("pid"),
            Audience = audience,
            Systembruker = SystemUser(claims),
        };
    }

    // NumericDate is any JSON number (RFC 7519 §2); some libraries write 1795312741.0.
    public static bool TryTime(JsonElement claims, string name, out DateTimeOffset time)
    {
        time = default;
        if (!claims.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var seconds))
            return false;
        if (!(seconds is >= 0 and < 253_402_300_800))
            return false;
        time = DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        return true;
    }

    private static bool TryOrganisation(JsonElement claims, string name, out Organisasjonsnummer? number)
    {
        number = null;
        if (!claims.TryGetProperty(name, out var value))
            return true;
        if (value.ValueKind != JsonValueKind.Object || value.Text("ID") is not { } id
            || !Organisasjonsnummer.TryParseIso6523(id, out var parsed))
            return false;
        number = parsed;
        return true;
    }

    private static string? SystemUser(JsonElement claims)
    {
        if (!claims.TryGetProperty("authorization_details", out var details) || details.ValueKind != JsonValueKind.Array)
            return null;
        foreach (var detail in details.EnumerateArray())
        {
            if (detail.ValueKind == JsonValueKind.Object && detail.Text("type") == "urn:altinn:systemuser"
                && detail.TryGetProperty("systemuser_id", out var ids) && ids.ValueKind == JsonValueKind.Array)
            {
                return ids.EnumerateArray()
                    .FirstOrDefault(id => id.ValueKind == JsonValueKind.String) is { ValueKind: JsonValueKind.String } first
                    ? first.GetString()
                    : null;
            }
        }

        return null;
    }
}

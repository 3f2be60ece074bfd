using System.Text.Json.Serialization;

namespace Felles.Client.Token;

/// <summary>A token response (RFC 6749 § 5.1).</summary>
internal sealed record Tokensvar
{
    [JsonPropertyName("access_token")]
    public required string AccessToken { get; init; }

    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    [JsonPropertyName("scope")]
    public string? Scope { get; init; }
}

using System.Text.Json.Serialization;

namespace Felles.Client.Token;

/// <summary>The part of the server metadata (RFC 8414) that a client needs.</summary>
internal sealed record Tokenmetadata
{
    [JsonPropertyName("issuer")]
    public required string Issuer { get; init; }

    [JsonPropertyName("token_endpoint")]
    public required string TokenEndpoint { get; init; }
}

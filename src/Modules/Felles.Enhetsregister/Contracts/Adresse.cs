using System.Text.Json.Serialization;

namespace Felles.Enhetsregister.Contracts;

/// <summary>An address as Enhetsregisteret writes it; <see cref="Adresselinjer"/> is the member <c>adresse</c>.</summary>
public sealed record Adresse
{
    public string? Land { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Landkode { get; init; }

    public string? Postnummer { get; init; }

    public string? Poststed { get; init; }

    [JsonPropertyName("adresse")]
    public IReadOnlyList<string>? Adresselinjer { get; init; }

    public string? Kommune { get; init; }

    public string? Kommunenummer { get; init; }
}

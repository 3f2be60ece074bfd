using System.Text.Json.Serialization;

namespace Felles.Client.Sandkasse;

/// <summary>An enterprise certificate of the sandbox. With its key it is a secret, so <see cref="ToString"/> tells neither.</summary>
public sealed record Testsertifikat
{
    public required string Serienummer { get; init; }

    public required string Orgnr { get; init; }

    public string? Navn { get; init; }

    public required string Profil { get; init; }

    public required DateTimeOffset Utloeper { get; init; }

    /// <summary>When it was revoked; null as long as it holds.</summary>
    public DateTimeOffset? Sperret { get; init; }

    /// <summary>The certificate and its issuer's, as PEM; null when it is only told of.</summary>
    public string? Sertifikat { get; init; }

    /// <summary>The private key as PEM (PKCS #8), given out once.</summary>
    public string? Noekkel { get; init; }

    public override string ToString() => $"certificate {Serienummer} of {Orgnr} until {Utloeper:O}";
}

/// <summary>What is asked of the sandbox's certificate authority.</summary>
/// <param name="Orgnr">Any organisation of Enhetsregisteret.</param>
/// <param name="Profil"><c>virksomhetssertifikat</c>, <c>QCForESeal</c> or <c>CForESeal</c>; null for the first.</param>
/// <param name="Dager">How long it is to hold; null for three years.</param>
public sealed record Sertifikatbestilling(
    [property: JsonPropertyName("orgnr")] string Orgnr,
    [property: JsonPropertyName("profil")] string? Profil = null,
    [property: JsonPropertyName("dager")] int? Dager = null);

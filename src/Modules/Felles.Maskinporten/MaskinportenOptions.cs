using System.ComponentModel.DataAnnotations;

namespace Felles.Maskinporten;

/// <summary>Section <c>Felles:Maskinporten</c>.</summary>
public sealed class MaskinportenOptions : IValidatableObject
{
    /// <summary>
    /// The issuer's name, with the final slash. Null: <c>{PublicUrl}/maskinporten/</c>. Changing it makes live tokens foreign.
    /// </summary>
    public string? Issuer { get; set; }

    /// <summary>
    /// Audiences accepted in assertions beside the issuer itself, for programs that have a public issuer built in.
    /// Null: <c>https://test.maskinporten.no/</c> in the sandbox, none otherwise.
    /// </summary>
    public string[]? AcceptedAudiences { get; set; }

    /// <summary>Other issuers whose access tokens are accepted here.</summary>
    public UtstederOptions[] Utstedere { get; set; } = [];

    /// <summary>Enterprise certificates.</summary>
    public SertifikatOptions Sertifikater { get; set; } = new();

    /// <summary>Length of new signing keys in bits. Null: 2048 in the sandbox, 4096 otherwise.</summary>
    [Range(2048, 8192)]
    public int? SigningKeyBits { get; set; }

    /// <summary>Life of a token in seconds when neither client nor scope says anything.</summary>
    [Range(1, 86_400)]
    public int TokenLifetimeSeconds { get; set; } = 120;

    /// <summary>
    /// No token lives longer, whatever its client is registered with; retired signing keys stay published so long and a day more.
    /// </summary>
    [Range(1, 86_400)]
    public int LongestTokenLifetimeSeconds { get; set; } = 3600;

    /// <summary>Assertions with undocumented claims are refused.</summary>
    public bool RefuseUnknownClaims { get; set; } = true;

    /// <summary>Tokens without <c>resource</c> get <c>"aud":"unspecified"</c>; off: no <c>aud</c> at all.</summary>
    public bool UnspecifiedAudience { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Clients compare it byte for byte, and the real one ends in a slash.
        if (Issuer is not null && !(Uri.TryCreate(Issuer, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && Issuer.EndsWith('/')))
            yield return new ValidationResult("Must be an http or https address with a slash at the end.", [nameof(Issuer)]);
    }
}

/// <summary>An issuer beside our own.</summary>
public sealed class UtstederOptions
{
    /// <summary>Compared byte for byte with the token's <c>iss</c>.</summary>
    [Required]
    public string Issuer { get; set; } = "";

    /// <summary>Where its JWK set is read (RFC 7517 §5).</summary>
    [Required]
    [Url]
    public string JwksUri { get; set; } = "";
}

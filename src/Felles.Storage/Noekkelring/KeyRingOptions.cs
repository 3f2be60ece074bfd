using System.ComponentModel.DataAnnotations;

namespace Felles.Storage;

/// <summary>
/// <c>Felles:DataProtection</c>. The certificate wraps the keys in the database: who has a copy of the database alone cannot make cookies.
/// Required in production.
/// </summary>
public sealed class KeyRingOptions : IValidatableObject
{
    public const string Section = "Felles:DataProtection";

    /// <summary>A PKCS #12 file with the private key.</summary>
    public string? Certificate { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>Earlier certificates, which old keys are still wrapped by; the same password.</summary>
    public string[] FormerCertificates { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var file in FormerCertificates.Append(Certificate).Where(f => f is not null && !File.Exists(f)))
            yield return new ValidationResult($"The file {file} does not exist.", [nameof(Certificate)]);
    }
}

using System.ComponentModel.DataAnnotations;

namespace Felles.Maskinporten;

/// <summary>Section <c>Felles:Maskinporten:Sertifikater</c>: whose enterprise certificates are believed.</summary>
public sealed class SertifikatOptions : IValidatableObject
{
    /// <summary>
    /// Certificates of the authorities that are trusted: PEM or DER files, or folders whose <c>.pem</c>, <c>.crt</c> and <c>.cer</c> files
    /// are all read. None: no enterprise certificate is accepted, save those of the sandbox's own authority in the sandbox.
    /// </summary>
    public string[] Rotsertifikater { get; set; } = [];

    /// <summary>
    /// Certificates between the roots and the enterprise certificates, for clients that send only their own: as
    /// <see cref="Rotsertifikater"/>. They are not trusted by themselves.
    /// </summary>
    public string[] Mellomsertifikater { get; set; } = [];

    /// <summary>
    /// Revocation lists (RFC 5280 §5), each a file or an http or https address. Nothing else is ever fetched: addresses that stand in
    /// certificates are not followed.
    /// </summary>
    public string[] Sperrelister { get; set; } = [];

    /// <summary>
    /// A certificate is taken also when there is no valid revocation list of its issuer (fail open), unless a list, even an old one, names
    /// it. Off: it is refused with MP-120 (fail closed).
    /// </summary>
    public bool GodtaUtenSperreliste { get; set; }

    /// <summary>A list is read anew when it is this old, and at the latest when its own time is out.</summary>
    [Range(1, 10_080)]
    public int SperrelisteMinutter { get; set; } = 60;

    /// <summary>How long the fetching of a list may take.</summary>
    [Range(1, 60)]
    public int SperrelisteSekunder { get; set; } = 5;

    /// <summary>A longer list is not taken.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int SperrelisteBytes { get; set; } = 16 * 1024 * 1024;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Rotsertifikater.Concat(Mellomsertifikater).Any(string.IsNullOrWhiteSpace))
            yield return new ValidationResult("A certificate has no path.", [nameof(Rotsertifikater)]);
        if (Sperrelister.Any(string.IsNullOrWhiteSpace))
            yield return new ValidationResult("A revocation list has neither path nor address.", [nameof(Sperrelister)]);
    }
}

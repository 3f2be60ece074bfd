using System.ComponentModel.DataAnnotations;

namespace Felles.Web.Struping;

/// <summary>Section <c>Felles:Struping</c>: how many calls one client address may make.</summary>
public sealed class StrupingOptions : IValidatableObject
{
    public const string Section = "Felles:Struping";

    /// <summary>What Folkeregisteret has allowed in production since 2023-09-04.</summary>
    public const int Produksjonsgrense = 60_000;

    /// <summary>
    /// Calls in a minute from one address to the services that are limited, on this host. 0: no limit. Null: 60 000 in
    /// <c>Produksjon</c>, no limit in the sandbox.
    /// </summary>
    [Range(0, 100_000_000)]
    public int? PerMinutt { get; set; }

    /// <summary>How many addresses are counted one by one; those beyond share counters. An address takes about 300 bytes.</summary>
    [Range(64, 10_000_000)]
    public int Adresser { get; set; } = 100_000;

    /// <summary>
    /// Load balancers and other proxies whose word is taken for who the client is: addresses and networks (<c>10.0.0.0/8</c>,
    /// <c>fd00::/8</c>).
    /// </summary>
    public string[] BetroddeMellomledd { get; set; } = [];

    /// <summary>
    /// The one header that the trusted proxies write. A proxy lets the other one through as the caller wrote it, so only one is read.
    /// </summary>
    public Klienthode Klienthode { get; set; } = Klienthode.XForwardedFor;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (nr, tekst) in BetroddeMellomledd.Index())
        {
            if (!Nett.TryLes(tekst, out _))
                yield return new ValidationResult(
                    $"{Section}:{nameof(BetroddeMellomledd)}:{nr}: Must be an address or a network, such as 192.0.2.10, 10.0.0.0/8 or fd00::/8.");
        }
    }
}

/// <summary>Where a proxy tells who called it.</summary>
public enum Klienthode
{
    /// <summary><c>X-Forwarded-For</c>.</summary>
    XForwardedFor,

    /// <summary><c>Forwarded</c> (RFC 7239).</summary>
    Forwarded,
}

using System.Net;

namespace Felles.Client.Utfall;

/// <summary>Why a service refused.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Kode">The service's stable code, or the status as text where the service gave none.</param>
/// <param name="Melding">The service's own words.</param>
/// <param name="Feil">The faults of the input with their places, where the service lists them.</param>
/// <param name="Korrelasjonsid">What to quote when asking the service's owner.</param>
public sealed record Avvisning(HttpStatusCode Status, string Kode, string Melding, IReadOnlyList<Inndatafeil> Feil, string? Korrelasjonsid)
{
    /// <summary>How many faults there are; <see cref="Feil"/> holds the first of them.</summary>
    public long AntallFeil { get; init; } = Feil.Count;

    /// <summary>How long the service asked the caller to wait.</summary>
    public TimeSpan? ProevIgjenOm { get; init; }
}

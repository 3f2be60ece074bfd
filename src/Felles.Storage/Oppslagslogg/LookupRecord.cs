using Felles.Kernel.Identifikatorer;

namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// One call to the registers: who asked, by which right, for what, and what was delivered.
/// Refused calls are records too. The person keys and the element groups say what left the house, so they are empty when nothing did.
/// </summary>
public readonly record struct LookupRecord
{
    /// <summary>When the call was answered; kept with tick precision, in UTC.</summary>
    public required DateTimeOffset Tidspunkt { get; init; }

    /// <summary>The service, e.g. <c>folkeregisteret</c> or <c>maskinporten</c>.</summary>
    public required string Tjeneste { get; init; }

    /// <summary>The route template. Never the path itself, which may hold a national identity number.</summary>
    public required string Rute { get; init; }

    public required string Metode { get; init; }

    public required int Status { get; init; }

    /// <summary>The code of the outcome: the error code of a refusal, or what the service calls success.</summary>
    public required string Utfall { get; init; }

    public Oppslagstype Type { get; init; }

    public Organisasjonsnummer? Konsument { get; init; }

    public Organisasjonsnummer? Leverandoer { get; init; }

    public string? Systembruker { get; init; }

    public string? ClientId { get; init; }

    public string? Jti { get; init; }

    public string? Scope { get; init; }

    /// <summary>The rights package by which the call was allowed or refused.</summary>
    public string? Pakke { get; init; }

    public string? Parts { get; init; }

    /// <summary>Anything short that the service needs to tell its records apart, e.g. the outcome code of a token.</summary>
    public string? Detalj { get; init; }

    public string? Korrelasjonsid { get; init; }

    /// <summary>The groups of elements that were delivered, one bit each.</summary>
    public ulong Elementgrupper { get; init; }

    /// <summary>The keys of the persons whose data were delivered.</summary>
    public ReadOnlyMemory<long> Personer { get; init; }

    public ReadOnlyMemory<Dokumentidentifikator> Dokumenter { get; init; }
}

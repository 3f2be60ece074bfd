namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A name without metadata.</summary>
public sealed record Personnavn
{
    public required string Fornavn { get; init; }

    public string? Mellomnavn { get; init; }

    public required string Etternavn { get; init; }
}

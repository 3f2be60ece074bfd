namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A post office box.</summary>
public sealed record Postboksadresse
{
    public string? Postbokseier { get; init; }

    public required string Postboks { get; init; }

    public Poststed? Poststed { get; init; }
}

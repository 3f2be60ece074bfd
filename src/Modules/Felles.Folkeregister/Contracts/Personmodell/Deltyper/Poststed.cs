namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Postal place.</summary>
public sealed record Poststed
{
    public string? Poststedsnavn { get; init; }

    public string? Postnummer { get; init; }
}

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>No known home; the municipality may be known.</summary>
public sealed record UkjentBosted
{
    public string? Bostedskommune { get; init; }
}

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>The number of a property.</summary>
public sealed record Matrikkelnummer
{
    public required string Kommunenummer { get; init; }

    public required int Gaardsnummer { get; init; }

    public required int Bruksnummer { get; init; }

    public int? Festenummer { get; init; }
}

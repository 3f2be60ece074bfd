namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>House number and letter.</summary>
public sealed record Adressenummer
{
    public required string Husnummer { get; init; }

    public string? Husbokstav { get; init; }
}

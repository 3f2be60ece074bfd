namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A cadastre address, used where no street address exists.</summary>
public sealed record Matrikkeladresse
{
    public string? Bruksenhetsnummer { get; init; }

    public Bruksenhetstype? Bruksenhetstype { get; init; }

    public required Matrikkelnummer Matrikkelnummer { get; init; }

    public int? Undernummer { get; init; }

    public string? Adressetilleggsnavn { get; init; }

    public Poststed? Poststed { get; init; }

    public string? CoAdressenavn { get; init; }
}

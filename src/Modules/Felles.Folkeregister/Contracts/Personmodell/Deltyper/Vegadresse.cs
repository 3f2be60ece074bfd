namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A street address of the cadastre.</summary>
public sealed record Vegadresse
{
    public required string Kommunenummer { get; init; }

    public string? Bruksenhetsnummer { get; init; }

    public Bruksenhetstype? Bruksenhetstype { get; init; }

    public required string Adressenavn { get; init; }

    public Adressenummer? Adressenummer { get; init; }

    public string? Adressekode { get; init; }

    public string? Adressetilleggsnavn { get; init; }

    public Poststed? Poststed { get; init; }

    public string? CoAdressenavn { get; init; }
}

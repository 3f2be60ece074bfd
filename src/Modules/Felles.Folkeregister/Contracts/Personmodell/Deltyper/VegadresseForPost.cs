namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A street address for mail.</summary>
public sealed record VegadresseForPost
{
    public string? CoAdressenavn { get; init; }

    public string? Adressenavn { get; init; }

    public Adressenummer? Adressenummer { get; init; }

    public Poststed? Poststed { get; init; }

    public string? Adressekode { get; init; }

    public string? Adressetilleggsnavn { get; init; }

    public string? Bruksenhetsnummer { get; init; }
}

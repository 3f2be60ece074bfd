namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Postal address of an estate, anywhere in the world.</summary>
public sealed record KontaktadresseForDoedsbo
{
    public required Liste<string> Adresselinje { get; init; }

    public required string Poststedsnavn { get; init; }

    public required string Postnummer { get; init; }

    public string? Landkode { get; init; }
}

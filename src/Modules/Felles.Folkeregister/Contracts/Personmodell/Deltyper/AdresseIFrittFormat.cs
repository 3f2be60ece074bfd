namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>An address in free lines.</summary>
public sealed record AdresseIFrittFormat
{
    public Liste<string> Adresselinje { get; init; }

    public string? Landkode { get; init; }
}

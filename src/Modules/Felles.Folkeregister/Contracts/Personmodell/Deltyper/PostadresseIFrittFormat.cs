namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A Norwegian postal address in free lines.</summary>
public sealed record PostadresseIFrittFormat
{
    public Liste<string> Adresselinje { get; init; }

    public Poststed? Poststed { get; init; }
}

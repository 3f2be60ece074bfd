namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>An address abroad in free lines.</summary>
public sealed record InternasjonalAdresseIFrittFormat
{
    public Liste<string> Adresselinje { get; init; }

    public string? Postkode { get; init; }

    public string? ByEllerStedsnavn { get; init; }

    public string? Landkode { get; init; }
}

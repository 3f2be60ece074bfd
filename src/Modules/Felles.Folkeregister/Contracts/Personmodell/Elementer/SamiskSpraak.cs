namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Use of Sámi languages.</summary>
public sealed record SamiskSpraak : Opplysning
{
    public Liste<SamiskSpraakType> Spraak { get; init; }
}

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Leave to keep Norwegian citizenship besides another.</summary>
public sealed record BibeholdAvNorskStatsborgerskap : Opplysning
{
    public required Bibehold Bibeholdstatus { get; init; }

    public DateOnly? DatoForBibehold { get; init; }
}

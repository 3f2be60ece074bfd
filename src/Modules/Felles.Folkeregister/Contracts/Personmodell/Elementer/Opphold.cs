namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A residence permit.</summary>
public sealed record Opphold : Opplysning
{
    public required Oppholdstillatelsetype Oppholdstillatelse { get; init; }

    public DateOnly? OppholdFra { get; init; }

    public DateOnly? OppholdTil { get; init; }
}

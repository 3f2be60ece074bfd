namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A citizenship; a person may hold several at once.</summary>
public sealed record Statsborgerskap : Opplysning
{
    /// <summary><c>statsborgerskap</c> on the wire; a member cannot have the name of its type.</summary>
    public required string Land { get; init; }

    public DateOnly? Ervervsdato { get; init; }
}

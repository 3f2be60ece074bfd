namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>The death of the person.</summary>
public sealed record Doedsfall : Opplysning
{
    public DateOnly? Doedsdato { get; init; }
}

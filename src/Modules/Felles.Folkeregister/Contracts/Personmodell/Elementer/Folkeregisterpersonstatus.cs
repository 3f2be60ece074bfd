namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Where the person stands towards the register.</summary>
public sealed record Folkeregisterpersonstatus : Opplysning
{
    public required Personstatus Status { get; init; }
}

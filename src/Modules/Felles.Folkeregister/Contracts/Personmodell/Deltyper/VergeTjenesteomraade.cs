namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>One service the guardianship covers.</summary>
public sealed record VergeTjenesteomraade
{
    public required string VergeTjenestevirksomhet { get; init; }

    public required string VergeTjenesteoppgave { get; init; }
}

using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A relation to one other person; the other person's document holds the opposite one.</summary>
public sealed record Familierelasjon : Opplysning
{
    public Folkeregisteridentifikator? RelatertPerson { get; init; }

    public RelatertBiPerson? RelatertPersonUtenFolkeregisteridentifikator { get; init; }

    public required Familierelasjontype RelatertPersonsRolle { get; init; }

    public Familierelasjontype? MinRolleForPerson { get; init; }
}

using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Marital status.</summary>
public sealed record Sivilstand : Opplysning
{
    /// <summary><c>sivilstand</c> on the wire; a member cannot have the name of its type.</summary>
    public required Sivilstandstype Type { get; init; }

    public DateOnly? Sivilstandsdato { get; init; }

    public string? Myndighet { get; init; }

    public string? Kommune { get; init; }

    public string? Sted { get; init; }

    public string? Utland { get; init; }

    public Folkeregisteridentifikator? RelatertVedSivilstand { get; init; }
}

using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Registered gender.</summary>
public sealed record Personkjoenn : Opplysning
{
    public required Kjoenn Kjoenn { get; init; }
}

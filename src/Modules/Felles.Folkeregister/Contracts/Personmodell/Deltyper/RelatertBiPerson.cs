using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A related person without a Norwegian number.</summary>
public sealed record RelatertBiPerson
{
    public required Personnavn Navn { get; init; }

    public DateOnly? Foedselsdato { get; init; }

    public string? Statsborgerskap { get; init; }

    public Kjoenn? Kjoenn { get; init; }
}

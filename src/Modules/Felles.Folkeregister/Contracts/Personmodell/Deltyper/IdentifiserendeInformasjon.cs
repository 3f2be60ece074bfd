using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A person told by name, birth date and citizenship.</summary>
public sealed record IdentifiserendeInformasjon
{
    public required Personnavn Personnavn { get; init; }

    public DateOnly? Foedselsdato { get; init; }

    public required Liste<string> Statsborgerskap { get; init; }

    public Kjoenn? Kjoenn { get; init; }
}

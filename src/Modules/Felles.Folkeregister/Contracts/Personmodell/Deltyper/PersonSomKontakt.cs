using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Either a number, or a name with an optional birth date.</summary>
public sealed record PersonSomKontakt
{
    public DateOnly? Foedselsdato { get; init; }

    public Personnavn? Personnavn { get; init; }

    public Folkeregisteridentifikator? FoedselsEllerDNummer { get; init; }
}

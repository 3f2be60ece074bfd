using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>An organisation, with a person to ask for.</summary>
public sealed record OrganisasjonSomKontakt
{
    public required string Organisasjonsnavn { get; init; }

    public Organisasjonsnummer? Organisasjonsnummer { get; init; }

    public Personnavn? Kontaktpersonnavn { get; init; }
}

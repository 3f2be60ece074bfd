using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A lawyer.</summary>
public sealed record AdvokatSomKontakt
{
    public required Personnavn Personnavn { get; init; }

    public string? Organisasjonsnavn { get; init; }

    public Organisasjonsnummer? Organisasjonsnummer { get; init; }
}

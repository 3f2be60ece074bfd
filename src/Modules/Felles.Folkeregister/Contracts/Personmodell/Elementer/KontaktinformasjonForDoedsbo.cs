namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Whom to reach about the estate of a dead person: exactly one of person, lawyer and organisation.</summary>
public sealed record KontaktinformasjonForDoedsbo : Opplysning
{
    public PersonSomKontakt? Person { get; init; }

    public AdvokatSomKontakt? Advokat { get; init; }

    public OrganisasjonSomKontakt? Organisasjon { get; init; }

    public required Skifteform Skifteform { get; init; }

    public required DateOnly Attestutstedelsesdato { get; init; }

    public required KontaktadresseForDoedsbo Adresse { get; init; }
}

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A postal address in Norway (element postadresse); exactly one of the three forms.</summary>
public sealed record Kontaktadresse : Opplysning
{
    public required Adressegradering Adressegradering { get; init; }

    public Postboksadresse? Postboksadresse { get; init; }

    public VegadresseForPost? Vegadresse { get; init; }

    public PostadresseIFrittFormat? PostadresseIFrittFormat { get; init; }

    public string? AdresseIdentifikatorFraMatrikkelen { get; init; }
}

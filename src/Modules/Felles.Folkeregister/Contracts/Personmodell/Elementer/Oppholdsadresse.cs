namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Where the person stays without living there; exactly one of the first four members.</summary>
public sealed record Oppholdsadresse : Opplysning
{
    public Vegadresse? Vegadresse { get; init; }

    public Matrikkeladresse? Matrikkeladresse { get; init; }

    public InternasjonalAdresse? UtenlandskAdresse { get; init; }

    public bool? AdressenErUkjent { get; init; }

    public string? AdresseIdentifikatorFraMatrikkelen { get; init; }

    public required Adressegradering Adressegradering { get; init; }

    public DateOnly? Oppholdsadressedato { get; init; }

    public OppholdAnnetSted? OppholdAnnetSted { get; init; }
}

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Where the person lives by the register; exactly one of the first three members.</summary>
public sealed record Bostedsadresse : Opplysning
{
    public Vegadresse? Vegadresse { get; init; }

    public Matrikkeladresse? Matrikkeladresse { get; init; }

    public UkjentBosted? UkjentBosted { get; init; }

    public string? AdresseIdentifikatorFraMatrikkelen { get; init; }

    public string? NaerAdresseIdentifikatorFraMatrikkelen { get; init; }

    public required Adressegradering Adressegradering { get; init; }

    public DateOnly? Flyttedato { get; init; }

    public int? Grunnkrets { get; init; }

    public int? Stemmekrets { get; init; }

    public int? Skolekrets { get; init; }

    public int? Kirkekrets { get; init; }
}

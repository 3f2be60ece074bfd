namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A child's second home by agreement between parents who live apart (barnelova § 36).</summary>
public sealed record DeltBosted : Opplysning
{
    public Vegadresse? Vegadresse { get; init; }

    public Matrikkeladresse? Matrikkeladresse { get; init; }

    public UkjentBosted? UkjentBosted { get; init; }

    public required DateOnly StartdatoForKontrakt { get; init; }

    public DateOnly? SluttdatoForKontrakt { get; init; }

    public string? AdresseIdentifikatorFraMatrikkelen { get; init; }

    public string? NaerAdresseIdentifikatorFraMatrikkelen { get; init; }

    public required Adressegradering Adressegradering { get; init; }
}

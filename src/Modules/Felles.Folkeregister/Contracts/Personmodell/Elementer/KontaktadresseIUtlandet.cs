namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>A postal address abroad; exactly one of the two forms.</summary>
public sealed record KontaktadresseIUtlandet : Opplysning
{
    public required Adressegradering Adressegradering { get; init; }

    public InternasjonalAdresse? UtenlandskAdresse { get; init; }

    public InternasjonalAdresseIFrittFormat? UtenlandskAdresseIFrittFormat { get; init; }
}

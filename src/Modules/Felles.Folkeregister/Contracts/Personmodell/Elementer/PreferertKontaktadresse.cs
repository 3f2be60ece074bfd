namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>The address the person preferred; annulled for everybody on 2021-10-16.</summary>
public sealed record PreferertKontaktadresse : Opplysning
{
    public required Adressetype Valg { get; init; }

    public Adressegradering? Adressegradering { get; init; }

    public AdresseIFrittFormat? KontaktadresseIFrittFormat { get; init; }
}

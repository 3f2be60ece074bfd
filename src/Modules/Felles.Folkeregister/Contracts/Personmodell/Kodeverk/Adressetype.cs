namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Kind of address.</summary>
public enum Adressetype
{
    Bostedsadresse,
    Oppholdsadresse,
    Postadresse,
    PostadresseIUtlandet,
}

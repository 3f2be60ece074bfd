namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Grading of an address, ascending.</summary>
public enum Adressegradering
{
    Ugradert,
    Klientadresse,
    Fortrolig,
    StrengtFortrolig,
}

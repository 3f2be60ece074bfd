namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Kind of number.</summary>
public enum Folkeregisteridentifikatortype
{
    Foedselsnummer,
    DNummer,
}

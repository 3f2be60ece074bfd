namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Sámi language.</summary>
public enum SamiskSpraakType
{
    Nordsamisk,
    Soersamisk,
    Lulesamisk,
}

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Expected length of a stay on Svalbard.</summary>
public enum AntattOppholdsvarighet
{
    UnderSeksMaaneder,
    OverSeksMaaneder,
    OverTolvMaaneder,
    Ukjent,
}

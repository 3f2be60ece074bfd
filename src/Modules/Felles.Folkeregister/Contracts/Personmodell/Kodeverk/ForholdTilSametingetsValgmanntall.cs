namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Relation to the electoral roll.</summary>
public enum ForholdTilSametingetsValgmanntall
{
    Innmeldt,
    Utmeldt,
    AldriInnmeldt,
}

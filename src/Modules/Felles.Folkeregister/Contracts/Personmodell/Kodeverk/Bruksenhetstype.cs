namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Kind of dwelling unit.</summary>
public enum Bruksenhetstype
{
    Bolig,
    AnnetEnnBolig,
    Fritidsbolig,
    IkkeGodkjentBolig,
    UnummerertBruksenhet,
}

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>How an estate is settled.</summary>
public enum Skifteform
{
    Offentlig,
    Annet,
}

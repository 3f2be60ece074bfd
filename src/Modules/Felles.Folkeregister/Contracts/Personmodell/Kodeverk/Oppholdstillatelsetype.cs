namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Kind of residence permit.</summary>
public enum Oppholdstillatelsetype
{
    Midlertidig,
    Permanent,
    OpplysningMangler,
}

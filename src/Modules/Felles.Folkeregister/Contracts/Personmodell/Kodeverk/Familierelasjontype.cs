namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Role in a family.</summary>
public enum Familierelasjontype
{
    Mor,
    Far,
    Medmor,
    Barn,
    Soesken,
    EktefelleEllerPartner,
    DoedfoedtBarn,
}

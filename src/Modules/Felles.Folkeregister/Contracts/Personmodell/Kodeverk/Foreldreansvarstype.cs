namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Who has parental responsibility.</summary>
public enum Foreldreansvarstype
{
    Felles,
    Mor,
    Far,
    Medmor,
    Andre,
    Ukjent,
}

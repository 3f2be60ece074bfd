namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>How well an identity is checked. Unik (from 2027-02-01) outranks Kontrollert.</summary>
public enum Identitetsgrunnlagstatus
{
    IngenStatus,
    IkkeKontrollert,
    Kontrollert,
    Unik,
}

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Kind of guardianship.</summary>
public enum Vergemaaltype
{
    EnsligMindreaarigAsylsoeker,
    EnsligMindreaarigFlyktning,
    Voksen,
    MidlertidigForVoksen,
    Mindreaarig,
    MidlertidigForMindreaarig,
    ForvaltningUtenforVergemaal,
    StadfestetFremtidsfullmakt,
}

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>Old form of what a guardianship covers, replaced by service areas on 2023-11-01.</summary>
public enum Vergemaalsomfang
{
    UtlendingssakerPersonligeOgOekonomiskeInteresser,
    PersonligeOgOekonomiskeInteresser,
    OekonomiskeInteresser,
    PersonligeInteresser,
}

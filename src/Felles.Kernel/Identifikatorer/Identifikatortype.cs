namespace Felles.Kernel.Identifikatorer;

/// <summary>
/// Folkeregisterloven § 2-2: the number of one who is or was resident or was born here, and the number of one who never was.
/// </summary>
public enum Identifikatortype
{
    Foedselsnummer,
    DNummer,
}

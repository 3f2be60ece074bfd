namespace Felles.Kernel.Identifikatorer;

/// <summary>Folkeregisterforskriften § 2-2-1 and § 2-2-3: a resident's number, and the number of one who is not.</summary>
public enum Identifikatortype
{
    Foedselsnummer,
    DNummer,
}

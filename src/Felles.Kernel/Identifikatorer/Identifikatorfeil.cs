namespace Felles.Kernel.Identifikatorer;

/// <summary>Why eleven characters are not a fødselsnummer or D-number.</summary>
public enum Identifikatorfeil
{
    Ingen,

    /// <summary>Not exactly eleven ASCII digits.</summary>
    IkkeElleveSifre,

    /// <summary>The first six digits are no date, after the D-number and synthetic offsets are taken away.</summary>
    UgyldigDato,

    /// <summary>A check digit fits neither the 1964 rule nor the 2032 rule.</summary>
    UgyldigKontrollsiffer,

    /// <summary>
    /// The month is 41–52. Other Norwegian test series add 40 to the month; Folkeregisteret's synthetic series adds 80. The number is
    /// recognised so that the refusal can say which series is at hand.
    /// </summary>
    Maaned40,
}

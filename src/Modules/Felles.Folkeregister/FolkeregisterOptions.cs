namespace Felles.Folkeregister;

/// <summary>The settings under <c>Felles:Folkeregister</c>.</summary>
public sealed class FolkeregisterOptions
{
    public const string Section = "Felles:Folkeregister";

    /// <summary>
    /// Switches of the package matrix, by the names in <c>data/folkeregister/pakkematrise.csv</c>: what the published matrix calls unknown
    /// or unclear is delivered only where it is named here.
    /// </summary>
    public string[] Pakkevalg { get; set; } = [];

    /// <summary>
    /// Whether <c>personer/soek</c> takes <c>bruksenhetsnummer</c>. Users have asked for it; the register of the Tax Administration does
    /// not have it, so it is off unless set.
    /// </summary>
    public bool SoekPaaBruksenhetsnummer { get; set; }

    /// <summary>
    /// Whether <c>personer/representerte</c> is there: whom a person represents as guardian. Off unless set, for the same reason.
    /// </summary>
    public bool SoekPaaVerge { get; set; }
}

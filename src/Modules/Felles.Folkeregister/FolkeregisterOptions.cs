using System.ComponentModel.DataAnnotations;

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

    /// <summary>Document ids in a batch of uttrekk/komplett. The real size is fixed and no longer published.</summary>
    [Range(1, 100_000)]
    public int KomplettBatchstoerrelse { get; set; } = 10_000;

    /// <summary>Identifiers in a batch of uttrekk/tilpasset; 5 000 were observed in 2023.</summary>
    [Range(1, 100_000)]
    public int TilpassetBatchstoerrelse { get; set; } = 5_000;

    /// <summary>How many days the batches of a finished extract can be read.</summary>
    [Range(1, 365)]
    public int UttrekkOppbevaringDoegn { get; set; } = 7;

    /// <summary>
    /// Whether <c>kommunenummer</c> of uttrekk/tilpasset may name several municipalities. Production takes one; consumers have asked for
    /// several.
    /// </summary>
    public bool UttrekkFlereKommuner { get; set; }

    /// <summary>How many bytes of full pages of the event feed each host keeps ready.</summary>
    [Range(0, long.MaxValue)]
    public long FeedlagerBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Whether <c>personer/soek</c> takes <c>bruksenhetsnummer</c>. Users have asked for it; the register of the Tax Administration does
    /// not have it, so it is off unless set.
    /// </summary>
    public bool SoekPaaBruksenhetsnummer { get; set; }

    /// <summary>
    /// Whether <c>personer/representerte</c> is there: whom a person represents as guardian. Off unless set, for the same reason.
    /// </summary>
    public bool SoekPaaVerge { get; set; }

    /// <summary>
    /// Who is sent new events. Users have asked for it; the register of the Tax Administration does not have it, so there are none unless
    /// set.
    /// </summary>
    public WebhookOptions[] Webhooks { get; set; } = [];
}

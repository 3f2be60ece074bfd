using Felles.Kernel.Identifikatorer;

namespace Felles.Enhetsregister.Contracts;

/// <summary>What to list: in the order of organisation numbers, or of names where a name is asked for.</summary>
public sealed record Enhetssoek
{
    public const int StoersteAntall = 1000;

    /// <summary>The beginning of the name; upper and lower case are the same.</summary>
    public string? Navn { get; init; }

    /// <summary>Code of the organisation form.</summary>
    public string? Organisasjonsform { get; init; }

    /// <summary>Sub-units and parts of this unit.</summary>
    public Organisasjonsnummer? OverordnetEnhet { get; init; }

    /// <summary>Only numbers above this one: the last of the previous page. Has no effect together with <see cref="Navn"/>.</summary>
    public Organisasjonsnummer? Etter { get; init; }

    /// <summary>1 to <see cref="StoersteAntall"/>; other values are moved to the nearest of them.</summary>
    public int Antall { get; init; } = 100;
}

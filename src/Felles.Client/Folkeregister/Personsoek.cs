using System.Globalization;

namespace Felles.Client.Folkeregister;

/// <summary>Criteria of <c>personer/soek</c>. Absent ones do not narrow.</summary>
public sealed record Personsoek
{
    /// <summary><c>mann</c> or <c>kvinne</c>.</summary>
    public string? Kjoenn { get; init; }

    public int? FoedselsaarFraOgMed { get; init; }

    public int? FoedselsaarTilOgMed { get; init; }

    /// <summary>At most 10 000.</summary>
    public int? MaksTreff { get; init; }

    internal IEnumerable<KeyValuePair<string, string>> Parametre()
    {
        if (Kjoenn is not null)
            yield return new("kjoenn", Kjoenn);
        if (FoedselsaarFraOgMed is { } fra)
            yield return new("foedselsaarFraOgMed", fra.ToString("0000", CultureInfo.InvariantCulture));
        if (FoedselsaarTilOgMed is { } til)
            yield return new("foedselsaarTilOgMed", til.ToString("0000", CultureInfo.InvariantCulture));
        if (MaksTreff is { } maks)
            yield return new("maksTreff", maks.ToString(CultureInfo.InvariantCulture));
    }
}

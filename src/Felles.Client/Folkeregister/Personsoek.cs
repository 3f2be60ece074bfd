using System.Globalization;

namespace Felles.Client.Folkeregister;

/// <summary>Criteria of <c>personer/soek</c>. Absent ones do not narrow.</summary>
public sealed record Personsoek
{
    /// <summary>One or more whole words of the name.</summary>
    public string? Navn { get; init; }

    /// <summary><c>mann</c> or <c>kvinne</c>.</summary>
    public string? Kjoenn { get; init; }

    public DateOnly? Foedselsdato { get; init; }

    public int? FoedselsaarFraOgMed { get; init; }

    public int? FoedselsaarTilOgMed { get; init; }

    /// <summary>At least the first three characters of the street.</summary>
    public string? Adressenavn { get; init; }

    /// <summary>With its letter, if it has one.</summary>
    public string? Husnummer { get; init; }

    public string? Postnummer { get; init; }

    public string? Kommunenummer { get; init; }

    public string? Fylkesnummer { get; init; }

    /// <summary>Also where people stay without living there.</summary>
    public bool InkluderOppholdsadresse { get; init; }

    /// <summary>Also names that sound alike.</summary>
    public bool SoekFonetisk { get; init; }

    public bool InkluderDoede { get; init; }

    /// <summary>Names and addresses also as they were.</summary>
    public bool Historisk { get; init; }

    /// <summary>At most 10 000.</summary>
    public int? MaksTreff { get; init; }

    internal IEnumerable<KeyValuePair<string, string>> Parametre() => Soekeparametre.Av(
        ("navn", Navn), ("kjoenn", Kjoenn), ("foedselsdato", Soekeparametre.Dato(Foedselsdato)),
        ("foedselsaarFraOgMed", Aar(FoedselsaarFraOgMed)), ("foedselsaarTilOgMed", Aar(FoedselsaarTilOgMed)), ("adressenavn", Adressenavn),
        ("husnummer", Husnummer), ("postnummer", Postnummer), ("kommunenummer", Kommunenummer), ("fylkesnummer", Fylkesnummer),
        ("inkluderOppholdsadresse", Soekeparametre.Ja(InkluderOppholdsadresse)), ("soekFonetisk", Soekeparametre.Ja(SoekFonetisk)),
        ("inkluderDoede", Soekeparametre.Ja(InkluderDoede)), ("opplysningsgrunnlag", Historisk ? "historisk" : null),
        ("maksTreff", MaksTreff?.ToString(CultureInfo.InvariantCulture)));

    private static string? Aar(int? aar) => aar?.ToString("0000", CultureInfo.InvariantCulture);
}

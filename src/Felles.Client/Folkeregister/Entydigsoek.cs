using Felles.Kernel.Identifikatorer;

namespace Felles.Client.Folkeregister;

/// <summary>
/// Criteria of <c>personer/entydigsoek</c>: a name with a number, a birth date, an address or a postal code; more of them narrow.
/// </summary>
public sealed record Entydigsoek
{
    /// <summary>At least a first name and a last name.</summary>
    public string? Navn { get; init; }

    /// <summary>A number the person has or had.</summary>
    public Folkeregisteridentifikator? Identifikasjonsnummer { get; init; }

    public DateOnly? Foedselsdato { get; init; }

    /// <summary>At least the first three characters of the street.</summary>
    public string? Adressenavn { get; init; }

    /// <summary>With its letter, if it has one.</summary>
    public string? Husnummer { get; init; }

    public string? Postnummer { get; init; }

    /// <summary>Country of three letters, hyphen, number; in the packages offentlig-med-hjemmel and eid.</summary>
    public string? UtenlandskPersonidentifikasjon { get; init; }

    /// <inheritdoc cref="UtenlandskPersonidentifikasjon"/>
    public string? Legitimasjonsdokument { get; init; }

    /// <summary>The DUF number; in the package offentlig-med-hjemmel.</summary>
    public string? UtlendingsmyndighetenesIdentifikasjonsnummer { get; init; }

    /// <summary>Also names that sound alike.</summary>
    public bool SoekFonetisk { get; init; }

    /// <summary>Names and addresses also as they were.</summary>
    public bool Historisk { get; init; }

    internal IEnumerable<KeyValuePair<string, string>> Parametre() => Soekeparametre.Av(
        ("navn", Navn), ("identifikasjonsnummer", Identifikasjonsnummer?.ToWire()), ("foedselsdato", Soekeparametre.Dato(Foedselsdato)),
        ("adressenavn", Adressenavn), ("husnummer", Husnummer), ("postnummer", Postnummer),
        ("utenlandskPersonidentifikasjon", UtenlandskPersonidentifikasjon), ("legitimasjonsdokument", Legitimasjonsdokument),
        ("utlendingsmyndighetenesIdentifikasjonsnummer", UtlendingsmyndighetenesIdentifikasjonsnummer),
        ("soekFonetisk", Soekeparametre.Ja(SoekFonetisk)), ("opplysningsgrunnlag", Historisk ? "historisk" : null));
}

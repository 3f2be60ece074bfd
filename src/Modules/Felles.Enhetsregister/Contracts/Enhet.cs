using System.Text.Json.Serialization;
using Felles.Kernel.Identifikatorer;

namespace Felles.Enhetsregister.Contracts;

/// <summary>
/// An organisation or a sub-unit, member for member as the open interface of Enhetsregisteret writes it
/// (data.brreg.no/enhetsregisteret/api), with its roles inside. A member that is null is not written.
/// </summary>
public sealed record Enhet
{
    public required Organisasjonsnummer Organisasjonsnummer { get; init; }

    public required string Navn { get; init; }

    public required Kodeverdi Organisasjonsform { get; init; }

    public string? Hjemmeside { get; init; }

    public Adresse? Postadresse { get; init; }

    public DateOnly? RegistreringsdatoEnhetsregisteret { get; init; }

    public bool? RegistrertIMvaregisteret { get; init; }

    public bool? RegistrertIForetaksregisteret { get; init; }

    public bool? RegistrertIStiftelsesregisteret { get; init; }

    public bool? RegistrertIFrivillighetsregisteret { get; init; }

    public Kodeverdi? Naeringskode1 { get; init; }

    public Kodeverdi? Naeringskode2 { get; init; }

    public Kodeverdi? Naeringskode3 { get; init; }

    public int? AntallAnsatte { get; init; }

    /// <summary>The main unit of a sub-unit, or the unit above an organisational part.</summary>
    public Organisasjonsnummer? OverordnetEnhet { get; init; }

    public Adresse? Forretningsadresse { get; init; }

    /// <summary>Where a sub-unit is; main units have <see cref="Forretningsadresse"/>.</summary>
    public Adresse? Beliggenhetsadresse { get; init; }

    public DateOnly? Stiftelsesdato { get; init; }

    public Kodeverdi? InstitusjonellSektorkode { get; init; }

    public bool? Konkurs { get; init; }

    public bool? UnderAvvikling { get; init; }

    public bool? UnderTvangsavviklingEllerTvangsopplosning { get; init; }

    /// <summary><c>Bokmål</c> or <c>Nynorsk</c>.</summary>
    public string? Maalform { get; init; }

    /// <summary>The day the unit was struck off; null while it is registered.</summary>
    public DateOnly? Slettedato { get; init; }

    public IReadOnlyList<Rollegruppe>? Rollegrupper { get; init; }

    [JsonIgnore]
    public bool ErSlettet => Slettedato is not null;
}

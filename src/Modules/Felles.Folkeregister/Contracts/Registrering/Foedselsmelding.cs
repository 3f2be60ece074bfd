using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;
using static Felles.Folkeregister.Registrering.Registreringsfeilkoder;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// A child is born (barnelova § 1; folkeregisterloven § 2-2). It gets the next number of its date, lives where the mother does and with her
/// protection, and both sides name each other as family and for parental responsibility.
/// </summary>
public sealed record Foedselsmelding : Personmelding
{
    public required Folkeregisteridentifikator Mor { get; init; }

    /// <summary>The other parent.</summary>
    public Folkeregisteridentifikator? AnnenForelder { get; init; }

    /// <summary>Far or medmor.</summary>
    public Familierelasjontype AnnenForeldersRolle { get; init; } = Familierelasjontype.Far;

    public required DateOnly Foedselsdato { get; init; }

    public required Kjoenn Kjoenn { get; init; }

    /// <summary>A number that is given already; otherwise the next free one.</summary>
    public Folkeregisteridentifikator? Identifikator { get; init; }

    /// <summary>Often a temporary one, which is annulled when the first name is chosen.</summary>
    public required Folkeregisterpersonnavn Navn { get; init; }

    public string? Foedekommune { get; init; }

    public FoedselINorge? FoedselINorge { get; init; }

    /// <summary>Citizenships by birth (statsborgerloven § 4).</summary>
    public Liste<string> Statsborgerskap { get; init; } = ["NOR"];

    public Foreldreansvarstype Ansvar { get; init; } = Foreldreansvarstype.Felles;

    internal override bool TildelerNummer => true;

    internal override IEnumerable<Folkeregisteridentifikator> Deltakere => AnnenForelder is { } annen ? [Mor, annen] : [Mor];

    internal override async ValueTask UtfoerAsync(Registreringsgang gang)
    {
        // A mother may have died in childbirth, and a father before.
        if (!gang.ErFortid(Foedselsdato, "foedselsdato") || await gang.FinnAsync(Mor, "mor") is not { } mor)
            return;
        Personarbeid? annen = null;
        if (AnnenForelder is { } nummer && (annen = await gang.FinnAsync(nummer, "annenForelder")) is null)
            return;
        if (ReferenceEquals(mor, annen))
            gang.Avvis(SammePerson, "annenForelder");
        var id = await gang.TildelAsync(Identifikator, Foedselsdato, Kjoenn, Identifikatortype.Foedselsnummer, "identifikator");
        if (id is not { } barnets || gang.HarFeil)
            return;
        var fra = Registreringsgang.Fra(Foedselsdato);
        var barn = Barnet(gang, mor, barnets);
        barn.Hendelse(Hendelsestype.PersonErOpprettet, uansett: true);
        Foreldre.Knytt(barn, mor, Familierelasjontype.Mor, fra);
        if (annen is not null)
            Foreldre.Knytt(barn, annen, AnnenForeldersRolle, fra);
        foreach (var forelder in Ansvarlige(mor, annen))
            Foreldre.GiAnsvar(barn, forelder, Ansvar, fra);
        barn.BareOpprettet();
    }

    private IEnumerable<Personarbeid> Ansvarlige(Personarbeid mor, Personarbeid? annen)
    {
        if (Ansvar is Foreldreansvarstype.Felles or Foreldreansvarstype.Mor)
            yield return mor;
        if (annen is not null && Ansvar is Foreldreansvarstype.Felles or Foreldreansvarstype.Far or Foreldreansvarstype.Medmor)
            yield return annen!;
    }

    private Personarbeid Barnet(Registreringsgang gang, Personarbeid mor, Folkeregisteridentifikator nummer)
    {
        var fra = Registreringsgang.Fra(Foedselsdato);
        var hjem = mor.Status == Personstatus.Bosatt ? mor.Gjeldende(Elementveier.Bostedsadresse) : null;
        var skjermet = mor.Skjerming == Adressegradering.StrengtFortrolig;
        var bosatt = mor.Status == Personstatus.Bosatt;
        return gang.Ny(
            new Folkeregisterperson
            {
                Identifikasjonsnummer = [gang.Stemple(Numre.IBruk(nummer) with { Gyldighetstidspunkt = fra })],
                Status =
                [
                    gang.Stemple(new Folkeregisterpersonstatus
                    {
                        Status = bosatt ? Personstatus.Bosatt : Personstatus.Foedselsregistrert,
                        Gyldighetstidspunkt = fra,
                    }),
                ],
                Kjoenn = [gang.Stemple(new Personkjoenn { Kjoenn = Kjoenn, Gyldighetstidspunkt = fra })],
                Foedsel =
                [
                    gang.Stemple(new Foedsel
                    {
                        Foedselsdato = Foedselsdato,
                        Foedselsaar = Foedselsdato.ToString("yyyy"),
                        FoedekommuneINorge = Foedekommune,
                        Foedeland = "NOR",
                        Gyldighetstidspunkt = fra,
                    }),
                ],
                FoedselINorge = FoedselINorge is { } inne ? [gang.Stemple(inne with { Gyldighetstidspunkt = fra })] : [],
                Sivilstand = [gang.Stemple(new Sivilstand { Type = Sivilstandstype.Ugift, Gyldighetstidspunkt = fra })],
                Navn = [gang.Stemple(Navn with { Gyldighetstidspunkt = Navn.Gyldighetstidspunkt ?? fra })],
                Adressebeskyttelse = mor.Gjeldende(Elementveier.Adressebeskyttelse) is { } vern
                    ? [gang.Stemple(Elementvei<GraderingAvAdresse>.Innhold(vern) with { Gyldighetstidspunkt = fra })] : [],
                Bostedsadresse = hjem is not null && !skjermet
                    ? [gang.Stemple(Elementvei<Bostedsadresse>.Innhold(hjem) with { Flyttedato = Foedselsdato, Gyldighetstidspunkt = fra })]
                    : [],
                Postadresse = skjermet && mor.Gjeldende(Elementveier.Postadresse) is { } aapen
                    ? [gang.Stemple(Elementvei<Kontaktadresse>.Innhold(aapen) with { Gyldighetstidspunkt = fra })] : [],
                Statsborgerskap = Liste.Av(Statsborgerskap.Select(land => gang.Stemple(
                    new Statsborgerskap { Land = land, Ervervsdato = Foedselsdato, Gyldighetstidspunkt = fra }))),
            },
            "barn");
    }
}

namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>
/// A person with all history, in wire order (<c>folkeregisterperson</c>, namespace <c>folkeregisteret:tilgjengeliggjoering:person:v1</c>).
/// Within an element the entries keep their order.
/// </summary>
public sealed record Folkeregisterperson
{
    public FalskIdentitet? FalskIdentitet { get; init; }

    public Liste<Identifikasjonsnummer> Identifikasjonsnummer { get; init; }

    public Liste<Identitetsgrunnlag> Identitetsgrunnlag { get; init; }

    public Liste<KontaktinformasjonForDoedsbo> KontaktinformasjonForDoedsbo { get; init; }

    public Liste<Identifikasjonsdokument> Legitimasjonsdokument { get; init; }

    public Liste<Folkeregisterpersonstatus> Status { get; init; }

    public Liste<Personidentifikasjon> UtlendingsmyndighetenesIdentifikasjonsnummer { get; init; }

    public Liste<Personidentifikasjon> UtenlandskPersonidentifikasjon { get; init; }

    public Liste<DeltBosted> DeltBosted { get; init; }

    public Liste<Personkjoenn> Kjoenn { get; init; }

    public Liste<Foedsel> Foedsel { get; init; }

    public Liste<FoedselINorge> FoedselINorge { get; init; }

    public Liste<Familierelasjon> Familierelasjon { get; init; }

    public Liste<Sivilstand> Sivilstand { get; init; }

    public Doedsfall? Doedsfall { get; init; }

    public Liste<Folkeregisterpersonnavn> Navn { get; init; }

    public Liste<GraderingAvAdresse> Adressebeskyttelse { get; init; }

    public Liste<Bostedsadresse> Bostedsadresse { get; init; }

    public Liste<Oppholdsadresse> Oppholdsadresse { get; init; }

    public Liste<InnflyttingTilNorge> Innflytting { get; init; }

    public Liste<UtflyttingFraNorge> Utflytting { get; init; }

    public Liste<SamiskSpraak> BrukAvSamiskSpraak { get; init; }

    public Liste<SametingetsValgmanntall> ForholdTilSametingetsValgmanntall { get; init; }

    public Liste<PreferertKontaktadresse> PreferertKontaktadresse { get; init; }

    public Liste<Kontaktadresse> Postadresse { get; init; }

    public Liste<KontaktadresseIUtlandet> PostadresseIUtlandet { get; init; }

    public Liste<Foreldreansvar> Foreldreansvar { get; init; }

    public Liste<Statsborgerskap> Statsborgerskap { get; init; }

    public Liste<BibeholdAvNorskStatsborgerskap> Bibehold { get; init; }

    public Liste<Opphold> Opphold { get; init; }

    public Liste<OppholdPaaSvalbard> OppholdPaaSvalbard { get; init; }

    public Liste<VergemaalRepresentasjonEllerFremtidsfullmakt> VergemaalEllerFremtidsfullmakt { get; init; }

    public Liste<FratattRettsligHandleevne> FratattRettsligHandleevne { get; init; }

    public Liste<RettsligHandleevne> RettsligHandleevne { get; init; }
}

using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Modell.Former;

namespace Felles.Folkeregister.Registrering;

/// <summary>
/// Every element that is written here. History and parallel entries as "Historikk" tells; for elements that no document mentions, what they
/// are by nature: a birth or a language has no former value.
/// </summary>
internal static class Elementveier
{
    public static readonly Elementvei<FalskIdentitet> FalskIdentitet =
        new(
            Personelement.FalskIdentitet, static p => p.FalskIdentitet is { } e ? [e] : [],
            static (p, l) => p with { FalskIdentitet = l.Count == 0 ? null : l[0] }, FalskIdentitetForm.Skriv)
        {
            Historikk = false,
        };

    public static readonly Elementvei<Identifikasjonsnummer> Identifikasjonsnummer =
        new(
            Personelement.Identifikasjonsnummer, static p => p.Identifikasjonsnummer,
            static (p, l) => p with { Identifikasjonsnummer = l }, IdentifikasjonsnummerForm.Skriv);

    public static readonly Elementvei<Identitetsgrunnlag> Identitetsgrunnlag =
        new(
            Personelement.Identitetsgrunnlag, static p => p.Identitetsgrunnlag,
            static (p, l) => p with { Identitetsgrunnlag = l }, IdentitetsgrunnlagForm.Skriv);

    public static readonly Elementvei<KontaktinformasjonForDoedsbo> KontaktinformasjonForDoedsbo =
        new(
            Personelement.KontaktinformasjonForDoedsbo, static p => p.KontaktinformasjonForDoedsbo,
            static (p, l) => p with { KontaktinformasjonForDoedsbo = l }, KontaktinformasjonForDoedsboForm.Skriv);

    public static readonly Elementvei<Identifikasjonsdokument> Legitimasjonsdokument =
        new(
            Personelement.Legitimasjonsdokument, static p => p.Legitimasjonsdokument,
            static (p, l) => p with { Legitimasjonsdokument = l }, IdentifikasjonsdokumentForm.Skriv)
        {
            Historikk = false,
            Parallelle = true,
        };

    public static readonly Elementvei<Folkeregisterpersonstatus> Status =
        new(Personelement.Status, static p => p.Status, static (p, l) => p with { Status = l }, FolkeregisterpersonstatusForm.Skriv);

    public static readonly Elementvei<Personidentifikasjon> UtlendingsmyndighetenesIdentifikasjonsnummer =
        new(
            Personelement.UtlendingsmyndighetenesIdentifikasjonsnummer, static p => p.UtlendingsmyndighetenesIdentifikasjonsnummer,
            static (p, l) => p with { UtlendingsmyndighetenesIdentifikasjonsnummer = l }, PersonidentifikasjonForm.Skriv)
        {
            Historikk = false,
            Parallelle = true,
        };

    public static readonly Elementvei<Personidentifikasjon> UtenlandskPersonidentifikasjon =
        new(
            Personelement.UtenlandskPersonidentifikasjon, static p => p.UtenlandskPersonidentifikasjon,
            static (p, l) => p with { UtenlandskPersonidentifikasjon = l }, PersonidentifikasjonForm.Skriv)
        {
            Historikk = false,
            Parallelle = true,
        };

    public static readonly Elementvei<DeltBosted> DeltBosted =
        new(Personelement.DeltBosted, static p => p.DeltBosted, static (p, l) => p with { DeltBosted = l }, DeltBostedForm.Skriv)
        {
            Gradering = (static a => a.Adressegradering, static (a, g) => a with { Adressegradering = g }),
        };

    public static readonly Elementvei<Personkjoenn> Kjoenn =
        new(Personelement.Kjoenn, static p => p.Kjoenn, static (p, l) => p with { Kjoenn = l }, PersonkjoennForm.Skriv);

    public static readonly Elementvei<Foedsel> Foedsel =
        new(Personelement.Foedsel, static p => p.Foedsel, static (p, l) => p with { Foedsel = l }, FoedselForm.Skriv)
        {
            Historikk = false,
        };

    public static readonly Elementvei<FoedselINorge> FoedselINorge =
        new(
            Personelement.FoedselINorge, static p => p.FoedselINorge,
            static (p, l) => p with { FoedselINorge = l }, FoedselINorgeForm.Skriv)
        {
            Historikk = false,
        };

    public static readonly Elementvei<Familierelasjon> Familierelasjon =
        new(
            Personelement.Familierelasjon, static p => p.Familierelasjon,
            static (p, l) => p with { Familierelasjon = l }, FamilierelasjonForm.Skriv)
        {
            Parallelle = true,
        };

    public static readonly Elementvei<Sivilstand> Sivilstand =
        new(Personelement.Sivilstand, static p => p.Sivilstand, static (p, l) => p with { Sivilstand = l }, SivilstandForm.Skriv);

    public static readonly Elementvei<Doedsfall> Doedsfall =
        new(
            Personelement.Doedsfall, static p => p.Doedsfall is { } e ? [e] : [],
            static (p, l) => p with { Doedsfall = l.Count == 0 ? null : l[0] }, DoedsfallForm.Skriv)
        {
            Historikk = false,
        };

    public static readonly Elementvei<Folkeregisterpersonnavn> Navn =
        new(Personelement.Navn, static p => p.Navn, static (p, l) => p with { Navn = l }, FolkeregisterpersonnavnForm.Skriv);

    public static readonly Elementvei<GraderingAvAdresse> Adressebeskyttelse =
        new(
            Personelement.Adressebeskyttelse, static p => p.Adressebeskyttelse,
            static (p, l) => p with { Adressebeskyttelse = l }, GraderingAvAdresseForm.Skriv)
        {
            Historikk = false,
        };

    public static readonly Elementvei<Bostedsadresse> Bostedsadresse =
        new(
            Personelement.Bostedsadresse, static p => p.Bostedsadresse,
            static (p, l) => p with { Bostedsadresse = l }, BostedsadresseForm.Skriv)
        {
            Gradering = (static a => a.Adressegradering, static (a, g) => a with { Adressegradering = g }),
        };

    public static readonly Elementvei<Oppholdsadresse> Oppholdsadresse =
        new(
            Personelement.Oppholdsadresse, static p => p.Oppholdsadresse,
            static (p, l) => p with { Oppholdsadresse = l }, OppholdsadresseForm.Skriv)
        {
            Gradering = (static a => a.Adressegradering, static (a, g) => a with { Adressegradering = g }),
        };

    public static readonly Elementvei<InnflyttingTilNorge> Innflytting =
        new(
            Personelement.Innflytting, static p => p.Innflytting,
            static (p, l) => p with { Innflytting = l }, InnflyttingTilNorgeForm.Skriv);

    public static readonly Elementvei<UtflyttingFraNorge> Utflytting =
        new(
            Personelement.Utflytting, static p => p.Utflytting,
            static (p, l) => p with { Utflytting = l }, UtflyttingFraNorgeForm.Skriv);

    public static readonly Elementvei<SamiskSpraak> BrukAvSamiskSpraak =
        new(
            Personelement.BrukAvSamiskSpraak, static p => p.BrukAvSamiskSpraak,
            static (p, l) => p with { BrukAvSamiskSpraak = l }, SamiskSpraakForm.Skriv)
        {
            Historikk = false,
        };

    public static readonly Elementvei<SametingetsValgmanntall> ForholdTilSametingetsValgmanntall =
        new(
            Personelement.ForholdTilSametingetsValgmanntall, static p => p.ForholdTilSametingetsValgmanntall,
            static (p, l) => p with { ForholdTilSametingetsValgmanntall = l }, SametingetsValgmanntallForm.Skriv);

    public static readonly Elementvei<Kontaktadresse> Postadresse =
        new(Personelement.Postadresse, static p => p.Postadresse, static (p, l) => p with { Postadresse = l }, KontaktadresseForm.Skriv)
        {
            Gradering = (static a => a.Adressegradering, static (a, g) => a with { Adressegradering = g }),
        };

    public static readonly Elementvei<KontaktadresseIUtlandet> PostadresseIUtlandet =
        new(
            Personelement.PostadresseIUtlandet, static p => p.PostadresseIUtlandet,
            static (p, l) => p with { PostadresseIUtlandet = l }, KontaktadresseIUtlandetForm.Skriv)
        {
            Gradering = (static a => a.Adressegradering, static (a, g) => a with { Adressegradering = g }),
        };

    public static readonly Elementvei<Foreldreansvar> Foreldreansvar =
        new(
            Personelement.Foreldreansvar, static p => p.Foreldreansvar,
            static (p, l) => p with { Foreldreansvar = l }, ForeldreansvarForm.Skriv)
        {
            Parallelle = true,
        };

    public static readonly Elementvei<Statsborgerskap> Statsborgerskap =
        new(
            Personelement.Statsborgerskap, static p => p.Statsborgerskap,
            static (p, l) => p with { Statsborgerskap = l }, StatsborgerskapForm.Skriv)
        {
            Parallelle = true,
        };

    public static readonly Elementvei<BibeholdAvNorskStatsborgerskap> Bibehold =
        new(
            Personelement.Bibehold, static p => p.Bibehold,
            static (p, l) => p with { Bibehold = l }, BibeholdAvNorskStatsborgerskapForm.Skriv);

    public static readonly Elementvei<Opphold> Opphold =
        new(Personelement.Opphold, static p => p.Opphold, static (p, l) => p with { Opphold = l }, OppholdForm.Skriv);

    public static readonly Elementvei<OppholdPaaSvalbard> OppholdPaaSvalbard =
        new(
            Personelement.OppholdPaaSvalbard, static p => p.OppholdPaaSvalbard,
            static (p, l) => p with { OppholdPaaSvalbard = l }, OppholdPaaSvalbardForm.Skriv);

    public static readonly Elementvei<VergemaalRepresentasjonEllerFremtidsfullmakt> VergemaalEllerFremtidsfullmakt =
        new(
            Personelement.VergemaalEllerFremtidsfullmakt, static p => p.VergemaalEllerFremtidsfullmakt,
            static (p, l) => p with { VergemaalEllerFremtidsfullmakt = l }, VergemaalRepresentasjonEllerFremtidsfullmaktForm.Skriv)
        {
            Parallelle = true,
        };

    public static readonly Elementvei<RettsligHandleevne> RettsligHandleevne =
        new(
            Personelement.RettsligHandleevne, static p => p.RettsligHandleevne,
            static (p, l) => p with { RettsligHandleevne = l }, RettsligHandleevneForm.Skriv);
}

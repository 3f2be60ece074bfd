using Felles.Folkeregister.Contracts.Hendelser;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Registrering;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>
/// Changes of one entry of one element, each with the event of its own type. Which element may have history or several current entries
/// follows "Historikk" (Skatteetaten); an address of a person with fortrolig address is graded so whatever the message says.
/// </summary>
public static class Opplysninger
{
    /// <summary>A name. The temporary name of a newborn is annulled when its first name is chosen.</summary>
    public static Personmelding Navn(
        Folkeregisteridentifikator person, Endring<Folkeregisterpersonnavn> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Folkeregisterpersonnavn>(Elementveier.Navn, Hendelsestype.EndringINavn, person, endring)
        {
            Grunn = grunn,
        };

    /// <summary>A move within Norway.</summary>
    public static Personmelding Bostedsadresse(
        Folkeregisteridentifikator person, Endring<Bostedsadresse> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Bostedsadresse>(Elementveier.Bostedsadresse, Hendelsestype.EndringIBostedsadresse, person, endring)
        {
            Grunn = grunn,
            Vakt = static (gang, a) => gang.ErFortid(a.Flyttedato, "opplysning.flyttedato"),
        };

    /// <summary>The same home described otherwise, as the cadastre does: give a <see cref="Retting{T}"/>.</summary>
    public static Personmelding BostedsadresseUtenFlytting(
        Folkeregisteridentifikator person, Endring<Bostedsadresse> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Bostedsadresse>(
            Elementveier.Bostedsadresse, Hendelsestype.EndringIBostedsadresseUtenFlytting, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
        };

    /// <summary>Where the person stays without living there.</summary>
    public static Personmelding Oppholdsadresse(
        Folkeregisteridentifikator person, Endring<Oppholdsadresse> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Oppholdsadresse>(Elementveier.Oppholdsadresse, Hendelsestype.EndringIOppholdsadresse, person, endring)
        {
            Grunn = grunn,
            Vakt = static (gang, a) => gang.ErFortid(a.Oppholdsadressedato, "opplysning.oppholdsadressedato"),
        };

    /// <summary>A child's second home.</summary>
    public static Personmelding DeltBosted(
        Folkeregisteridentifikator person, Endring<DeltBosted> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<DeltBosted>(Elementveier.DeltBosted, Hendelsestype.EndringIDeltBosted, person, endring)
        {
            Grunn = grunn,
        };

    /// <summary>A postal address in Norway.</summary>
    public static Personmelding Postadresse(
        Folkeregisteridentifikator person, Endring<Kontaktadresse> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Kontaktadresse>(Elementveier.Postadresse, Hendelsestype.EndringIKontaktinformasjon, person, endring)
        {
            Grunn = grunn,
        };

    /// <summary>A postal address abroad; closed for the dead.</summary>
    public static Personmelding PostadresseIUtlandet(
        Folkeregisteridentifikator person, Endring<KontaktadresseIUtlandet> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<KontaktadresseIUtlandet>(
            Elementveier.PostadresseIUtlandet, Hendelsestype.EndringIKontaktinformasjon, person, endring)
        {
            Grunn = grunn,
        };

    /// <summary>How well the identity is checked.</summary>
    public static Personmelding Identitetsgrunnlag(
        Folkeregisteridentifikator person, Endring<Identitetsgrunnlag> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Identitetsgrunnlag>(
            Elementveier.Identitetsgrunnlag, Hendelsestype.EndringIIdentitetsgrunnlag, person, endring)
        {
            Grunn = grunn,
        };

    /// <summary>A number given by another country.</summary>
    public static Personmelding UtenlandskPersonidentifikasjon(
        Folkeregisteridentifikator person, Endring<Personidentifikasjon> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Personidentifikasjon>(
            Elementveier.UtenlandskPersonidentifikasjon, Hendelsestype.EndringIUtenlandskPersonidentifikasjon, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
        };

    /// <summary>The number of the immigration authorities (DUF).</summary>
    public static Personmelding UtlendingsmyndighetenesIdentifikasjonsnummer(
        Folkeregisteridentifikator person, Endring<Personidentifikasjon> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Personidentifikasjon>(
            Elementveier.UtlendingsmyndighetenesIdentifikasjonsnummer,
            Hendelsestype.EndringIUtlendingsmyndighetenesIdentifikasjonsnummer, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
        };

    /// <summary>A document the person proved the identity with.</summary>
    public static Personmelding Legitimasjonsdokument(
        Folkeregisteridentifikator person, Endring<Identifikasjonsdokument> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Identifikasjonsdokument>(
            Elementveier.Legitimasjonsdokument, Hendelsestype.EndringILegitimasjonsdokument, person, endring)
        {
            Grunn = grunn,
            Vakt = static (gang, d) => gang.ErFortid(d.GyldigFra, "opplysning.gyldigFra"),
        };

    /// <summary>The person is registered under a false identity.</summary>
    public static Personmelding FalskIdentitet(
        Folkeregisteridentifikator person, Endring<FalskIdentitet> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<FalskIdentitet>(Elementveier.FalskIdentitet, Hendelsestype.EndringIFalskIdentitet, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
        };

    /// <summary>Whom to reach about the estate.</summary>
    public static Personmelding KontaktinformasjonForDoedsbo(
        Folkeregisteridentifikator person, Endring<KontaktinformasjonForDoedsbo> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<KontaktinformasjonForDoedsbo>(
            Elementveier.KontaktinformasjonForDoedsbo, Hendelsestype.EndringIKontaktopplysningerForDoedsbo, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
            Vakt = static (gang, k) => gang.ErFortid(k.Attestutstedelsesdato, "opplysning.attestutstedelsesdato"),
        };

    /// <summary>The entry of a death itself, as its source. Another date is a <see cref="Doedsretting"/>.</summary>
    public static Personmelding Doedsfall(
        Folkeregisteridentifikator person, Endring<Doedsfall> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Doedsfall>(Elementveier.Doedsfall, Hendelsestype.EndringIDoedsfall, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
        };

    /// <summary>Marital status known from abroad, or a correction. Marriage and its end in Norway are messages of their own.</summary>
    public static Personmelding Sivilstand(
        Folkeregisteridentifikator person, Endring<Sivilstand> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Sivilstand>(Elementveier.Sivilstand, Hendelsestype.EndringISivilstand, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
            Vakt = static (gang, s) => gang.ErFortid(s.Sivilstandsdato, "opplysning.sivilstandsdato"),
        };

    /// <summary>The entry of an immigration itself. Who comes to live here is a message of its own.</summary>
    public static Personmelding Innflytting(
        Folkeregisteridentifikator person, Endring<InnflyttingTilNorge> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<InnflyttingTilNorge>(Elementveier.Innflytting, Hendelsestype.EndringIInnflytting, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
        };

    /// <summary>The entry of an emigration itself. Who leaves is a message of its own.</summary>
    public static Personmelding Utflytting(
        Folkeregisteridentifikator person, Endring<UtflyttingFraNorge> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<UtflyttingFraNorge>(Elementveier.Utflytting, Hendelsestype.EndringIUtflytting, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
            Vakt = static (gang, u) => gang.ErFortid(u.Utflyttingsdato, "opplysning.utflyttingsdato"),
        };

    /// <summary>Registered gender.</summary>
    public static Personmelding Kjoenn(
        Folkeregisteridentifikator person, Endring<Personkjoenn> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Personkjoenn>(Elementveier.Kjoenn, Hendelsestype.EndringIKjoenn, person, endring)
        {
            Grunn = grunn,
        };

    /// <summary>Date and place of birth.</summary>
    public static Personmelding Foedsel(
        Folkeregisteridentifikator person, Endring<Foedsel> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Foedsel>(Elementveier.Foedsel, Hendelsestype.EndringIFoedsel, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
            Vakt = static (gang, f) => gang.ErFortid(f.Foedselsdato, "opplysning.foedselsdato"),
        };

    /// <summary>Institution and order of a birth in Norway.</summary>
    public static Personmelding FoedselINorge(
        Folkeregisteridentifikator person, Endring<FoedselINorge> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<FoedselINorge>(Elementveier.FoedselINorge, Hendelsestype.EndringIFoedselINorge, person, endring)
        {
            Grunn = grunn,
            KreverLevende = false,
        };

    /// <summary>A guardianship or a confirmed future power of attorney.</summary>
    public static Personmelding Vergemaal(
        Folkeregisteridentifikator person, Endring<VergemaalRepresentasjonEllerFremtidsfullmakt> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<VergemaalRepresentasjonEllerFremtidsfullmakt>(
            Elementveier.VergemaalEllerFremtidsfullmakt, Hendelsestype.EndringIVergemaal, person, endring)
        {
            Grunn = grunn,
        };

    /// <summary>Limited legal capacity.</summary>
    public static Personmelding RettsligHandleevne(
        Folkeregisteridentifikator person, Endring<RettsligHandleevne> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<RettsligHandleevne>(
            Elementveier.RettsligHandleevne, Hendelsestype.EndringIRettsligHandleevne, person, endring)
        {
            Grunn = grunn,
        };

    /// <summary>A citizenship; a person may hold several.</summary>
    public static Personmelding Statsborgerskap(
        Folkeregisteridentifikator person, Endring<Statsborgerskap> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Statsborgerskap>(Elementveier.Statsborgerskap, Hendelsestype.EndringIStatsborgerskap, person, endring)
        {
            Grunn = grunn,
            Vakt = static (gang, s) => gang.ErFortid(s.Ervervsdato, "opplysning.ervervsdato"),
        };

    /// <summary>Leave to keep Norwegian citizenship.</summary>
    public static Personmelding Bibehold(
        Folkeregisteridentifikator person, Endring<BibeholdAvNorskStatsborgerskap> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<BibeholdAvNorskStatsborgerskap>(
            Elementveier.Bibehold, Hendelsestype.EndringIStatsborgerskap, person, endring)
        {
            Grunn = grunn,
            Vakt = static (gang, b) => gang.ErFortid(b.DatoForBibehold, "opplysning.datoForBibehold"),
        };

    /// <summary>A residence permit.</summary>
    public static Personmelding Opphold(
        Folkeregisteridentifikator person, Endring<Opphold> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Opphold>(Elementveier.Opphold, Hendelsestype.EndringIOpphold, person, endring)
        {
            Grunn = grunn,
        };

    /// <summary>A stay on Svalbard.</summary>
    public static Personmelding OppholdPaaSvalbard(
        Folkeregisteridentifikator person, Endring<OppholdPaaSvalbard> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<OppholdPaaSvalbard>(
            Elementveier.OppholdPaaSvalbard, Hendelsestype.EndringIOppholdPaaSvalbard, person, endring)
        {
            Grunn = grunn,
            Vakt = static (gang, o) => gang.ErFortid(o.Startdato, "opplysning.startdato"),
        };

    /// <summary>Use of Sámi languages.</summary>
    public static Personmelding BrukAvSamiskSpraak(
        Folkeregisteridentifikator person, Endring<SamiskSpraak> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<SamiskSpraak>(Elementveier.BrukAvSamiskSpraak, Hendelsestype.EndringIBrukAvSamiskSpraak, person, endring)
        {
            Grunn = grunn,
        };

    /// <summary>Relation to the electoral roll of Sametinget.</summary>
    public static Personmelding SametingetsValgmanntall(
        Folkeregisteridentifikator person, Endring<SametingetsValgmanntall> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<SametingetsValgmanntall>(
            Elementveier.ForholdTilSametingetsValgmanntall, Hendelsestype.EndringISametingetsValgmanntall, person, endring)
        {
            Grunn = grunn,
            Vakt = static (gang, s) => gang.ErFortid(s.Vedtaksdato, "opplysning.vedtaksdato"),
        };

    /// <summary>
    /// A status that no other message brings: forsvunnet, foedselsregistrert, midlertidig, inaktiv, ikkeBosatt or bosatt. Death, emigration
    /// and withdrawal are messages of their own.
    /// </summary>
    public static Personmelding Status(
        Folkeregisteridentifikator person, Endring<Folkeregisterpersonstatus> endring, Registreringsgrunn grunn) =>
        new Opplysningsmelding<Folkeregisterpersonstatus>(Elementveier.Status, Hendelsestype.EndringIStatus, person, endring)
        {
            Grunn = grunn,
            Vakt = static (gang, status) =>
            {
                if (status.Status is not (Personstatus.Doed or Personstatus.Utflyttet or Personstatus.Opphoert or Personstatus.Aktiv))
                    return true;
                gang.Avvis(Registreringsfeilkoder.UgyldigStatus, "opplysning.status");
                return false;
            },
        };
}

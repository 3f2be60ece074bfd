namespace Felles.Folkeregister.Contracts.Personmodell;

/// <summary>
/// The elements of a person document in wire order. The number of each is also its bit in the look-up log, so the order is never changed.
/// </summary>
public enum Personelement
{
    FalskIdentitet = 0,
    Identifikasjonsnummer = 1,
    Identitetsgrunnlag = 2,
    KontaktinformasjonForDoedsbo = 3,
    Legitimasjonsdokument = 4,
    Status = 5,
    UtlendingsmyndighetenesIdentifikasjonsnummer = 6,
    UtenlandskPersonidentifikasjon = 7,
    DeltBosted = 8,
    Kjoenn = 9,
    Foedsel = 10,
    FoedselINorge = 11,
    Familierelasjon = 12,
    Sivilstand = 13,
    Doedsfall = 14,
    Navn = 15,
    Adressebeskyttelse = 16,
    Bostedsadresse = 17,
    Oppholdsadresse = 18,
    Innflytting = 19,
    Utflytting = 20,
    BrukAvSamiskSpraak = 21,
    ForholdTilSametingetsValgmanntall = 22,
    PreferertKontaktadresse = 23,
    Postadresse = 24,
    PostadresseIUtlandet = 25,
    Foreldreansvar = 26,
    Statsborgerskap = 27,
    Bibehold = 28,
    Opphold = 29,
    OppholdPaaSvalbard = 30,
    VergemaalEllerFremtidsfullmakt = 31,
    FratattRettsligHandleevne = 32,
    RettsligHandleevne = 33,
}

using Felles.Folkeregister.Contracts.Personmodell;

namespace Felles.Tenor.Befolkning.Dokument;

/// <summary>
/// Last step: the person document with all history. Parts draw in the order they stand here, so a new one goes last in its place.
/// </summary>
internal static class Personmaker
{
    public static Folkeregisterperson Lag(Skisse skisse) => new()
    {
        FalskIdentitet = Identitetsdel.FalskIdentitet(skisse),
        Identifikasjonsnummer = Identitetsdel.Numre(skisse),
        Identitetsgrunnlag = Identitetsdel.Grunnlag(skisse),
        KontaktinformasjonForDoedsbo = Doedsbodel.Kontakt(skisse),
        Legitimasjonsdokument = Utenlandskdel.Legitimasjon(skisse),
        Status = Statusdel.Status(skisse),
        UtlendingsmyndighetenesIdentifikasjonsnummer = Utenlandskdel.Utlendingsnummer(skisse),
        UtenlandskPersonidentifikasjon = Utenlandskdel.UtenlandskNummer(skisse),
        DeltBosted = Bosteddel.DeltBosted(skisse),
        Kjoenn = Foedseldel.Kjoenn(skisse),
        Foedsel = Foedseldel.Foedsel(skisse),
        FoedselINorge = Foedseldel.INorge(skisse),
        Familierelasjon = Familiedel.Relasjoner(skisse),
        Sivilstand = Sivilstandsdel.Sivilstand(skisse),
        Doedsfall = Statusdel.Doedsfall(skisse),
        Navn = Navnedel.Navn(skisse),
        Adressebeskyttelse = Bosteddel.Beskyttelse(skisse),
        Bostedsadresse = Bosteddel.Bosted(skisse),
        Oppholdsadresse = Andreadresser.Opphold(skisse),
        Innflytting = Utenlandskdel.Innflytting(skisse),
        Utflytting = Utenlandskdel.Utflytting(skisse),
        BrukAvSamiskSpraak = Foedseldel.SamiskSpraak(skisse),
        Postadresse = Andreadresser.Post(skisse),
        PostadresseIUtlandet = Andreadresser.PostIUtlandet(skisse),
        Foreldreansvar = Familiedel.Ansvar(skisse),
        Statsborgerskap = Statsborgerdel.Statsborgerskap(skisse),
        Bibehold = Statsborgerdel.Bibehold(skisse),
        Opphold = Statsborgerdel.Opphold(skisse),
        OppholdPaaSvalbard = Andreadresser.PaaSvalbard(skisse),
        VergemaalEllerFremtidsfullmakt = Vergedel.Vergemaal(skisse),
        RettsligHandleevne = Vergedel.Handleevne(skisse),
    };
}

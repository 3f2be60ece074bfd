using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Registrering;

/// <summary>Why a registration is refused, beyond what is wrong with the resulting document itself.</summary>
internal static class Registreringsfeilkoder
{
    private const string Sted = "registrering";

    public static readonly Feilkode UkjentPerson = new("ukjentPerson", "Personen finnes ikke i registeret.", Sted);

    public static readonly Feilkode PersonErDoed = new("personErDoed", "Personen er død.", Sted);

    public static readonly Feilkode PersonErOpphoert = new("personErOpphoert", "Personens nummer er ikke i bruk.", Sted);

    public static readonly Feilkode AlleredeRegistrert = new("alleredeRegistrert", "Dette er registrert fra før.", Sted);

    public static readonly Feilkode IkkeRegistrert = new("ikkeRegistrert", "Det som skal endres, er ikke registrert.", Sted);

    public static readonly Feilkode Flertydig = new("flertydig", "Flere oppføringer passer; det må sies hvilken.", Sted);

    public static readonly Feilkode DatoIFramtiden = new("datoIFramtiden", "Datoen er i framtiden.", Sted);

    public static readonly Feilkode DatoFoerFoedsel = new("datoFoerFoedsel", "Datoen er før personen ble født.", Sted);

    public static readonly Feilkode SammePerson = new("sammePerson", "Det må være to forskjellige personer.", Sted);

    public static readonly Feilkode AlleredeGift = new("alleredeGift", "Personen er gift eller registrert partner.", Sted);

    public static readonly Feilkode IkkeGift = new("ikkeGift", "Personene er ikke gift eller registrerte partnere med hverandre.", Sted);

    public static readonly Feilkode ForUng = new("forUng", "Personen er under 18 år.", Sted);

    public static readonly Feilkode AdresseSkjermet = new(
        "adresseSkjermet", "Personen har strengt fortrolig adresse; bare en åpen postadresse kan registreres.", Sted);

    public static readonly Feilkode UgyldigStatus = new("ugyldigStatus", "Statusen følger av en annen melding.", Sted);

    public static readonly Feilkode UgyldigNummer = new("ugyldigNummer", "Nummeret er ikke av den typen som kreves.", Sted);

    public static readonly Feilkode NummerIBruk = new("nummerIBruk", "Nummeret tilhører en annen person.", Sted);

    public static readonly Feilkode IngenLedigeNumre = new("ingenLedigeNumre", "Det er ingen ledige numre for datoen.", Sted);

    public static readonly Feilkode IkkeSammenslaatt = new(
        "ikkeSammenslaatt", "Nummeret er ikke slått sammen med denne personen.", Sted);

    public static readonly Feilkode Ubesluttbart = new(
        "forskjelligRekkefoelge", "Personen er slått sammen eller delt i samme registrering; meldingene må sendes hver for seg.", Sted);
}

using Felles.Kernel.Feil;

namespace Felles.Folkeregister.Persondokument;

/// <summary>What can be wrong with a person document that is handed in.</summary>
internal static class PersondokumentFeilkoder
{
    private const string Sted = "persondokument";

    public static readonly Feilkode BruttJson = new("bruttJson", "Dokumentet er ikke gyldig JSON.", Sted);

    public static readonly Feilkode UgyldigUtf8 = new("ugyldigUtf8", "Dokumentet er ikke gyldig UTF-8.", Sted);

    public static readonly Feilkode ForStort = new("dokumentForStort", "Dokumentet er for stort.", Sted);

    public static readonly Feilkode ForDypt = new("dokumentForDypt", "Dokumentet har for mange nivåer.", Sted);

    public static readonly Feilkode ForMangeOppfoeringer = new("forMangeOppfoeringer", "Dokumentet har for mange oppføringer.", Sted);

    public static readonly Feilkode ForMangeFeil = new("forMangeFeil", "Dokumentet har flere feil enn det som vises.", Sted);

    public static readonly Feilkode UkjentMedlem = new("ukjentMedlem", "Feltet finnes ikke i skjemaet.", Sted);

    public static readonly Feilkode DobbeltMedlem = new("dobbeltMedlem", "Feltet står to ganger i samme objekt.", Sted);

    public static readonly Feilkode ManglerMedlem = new("manglerMedlem", "Et påkrevd felt mangler.", Sted);

    public static readonly Feilkode EttAv = new("ettAv", "Nøyaktig ett av feltene skal være oppgitt.", Sted);

    public static readonly Feilkode FeilType = new("feilType", "Verdien har feil type.", Sted);

    public static readonly Feilkode ForMange = new("forMange", "Listen har for mange verdier.", Sted);

    public static readonly Feilkode UkjentKode = new("ukjentKode", "Verdien står ikke i kodelisten.", Sted);

    public static readonly Feilkode FeilLengde = new("feilLengde", "Teksten er for kort eller for lang.", Sted);

    public static readonly Feilkode UgyldigTegn = new("ugyldigTegn", "Teksten har tegn som ikke er tillatt.", Sted);

    public static readonly Feilkode FeilForm = new("feilForm", "Verdien har ikke den formen feltet krever.", Sted);

    public static readonly Feilkode UgyldigHeltall = new("ugyldigHeltall", "Verdien er ikke et heltall fra 0 til 2147483647.", Sted);

    public static readonly Feilkode UgyldigDato = new("ugyldigDato", "Datoen finnes ikke eller er ikke på formen ÅÅÅÅ-MM-DD.", Sted);

    public static readonly Feilkode UgyldigTidspunkt = new(
        "ugyldigTidspunkt", "Tidspunktet finnes ikke eller mangler forskyvning fra UTC.", Sted);

    public static readonly Feilkode UgyldigIdentifikator = new(
        "ugyldigIdentifikator", "Verdien er ikke et gyldig fødsels- eller d-nummer.", Sted);

    public static readonly Feilkode UgyldigOrganisasjonsnummer = new(
        "ugyldigOrganisasjonsnummer", "Verdien er ikke et gyldig organisasjonsnummer.", Sted);
}

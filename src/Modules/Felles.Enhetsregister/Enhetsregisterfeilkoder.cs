using Felles.Kernel.Feil;

namespace Felles.Enhetsregister;

/// <summary>The faults that an organisation can have on import.</summary>
internal static class Enhetsregisterfeilkoder
{
    private const string Sted = "virksomheter";

    public static readonly Feilkode FilAvvist = new("virksomheter-avvist", "The file has faults; nothing was stored.", Sted);
    public static readonly Feilkode UgyldigJson = new("virksomhet-ugyldig-json", "The line is not one JSON object in UTF-8.", Sted);
    public static readonly Feilkode LinjeForLang =
        new("virksomhet-linje-for-lang", "The line is longer than an organisation may be.", Sted);
    public static readonly Feilkode MedlemMangler = new("virksomhet-medlem-mangler", "A required member is missing.", Sted);
    public static readonly Feilkode FeilType = new("virksomhet-feil-type", "A member has the wrong type.", Sted);
    public static readonly Feilkode UgyldigTekst =
        new("virksomhet-ugyldig-tekst", "A text is empty, too long or has control characters.", Sted);
    public static readonly Feilkode UgyldigVerdi = new("virksomhet-ugyldig-verdi", "The value of a member cannot be used.", Sted);
    public static readonly Feilkode UgyldigOrganisasjonsnummer = new(
        "virksomhet-ugyldig-organisasjonsnummer", "Nine digits with a valid check digit are needed.", Sted);

    public static readonly Feilkode UgyldigPersonnummer = new(
        "virksomhet-ugyldig-personnummer", "Eleven digits with valid check digits are needed.", Sted);

    public static readonly Feilkode UkjentOrganisasjonsform =
        new("virksomhet-ukjent-organisasjonsform", "There is no such organisation form.", Sted);
    public static readonly Feilkode UkjentRolle =
        new("virksomhet-ukjent-rolle", "There is no such role group, or no such role in the group.", Sted);
    public static readonly Feilkode FeilRolleinnehaver = new(
        "virksomhet-feil-rolleinnehaver", "The role is not held by exactly one person or organisation, or not by that kind.", Sted);

    public static readonly Feilkode OverordnetMangler = new("virksomhet-overordnet-mangler", "A sub-unit needs its main unit.", Sted);
    public static readonly Feilkode OverordnetUkjent = new(
        "virksomhet-overordnet-ukjent", "The unit above is neither registered nor in the file.", Sted);

    public static readonly Feilkode FinnesToGanger =
        new("virksomhet-finnes-to-ganger", "The number stands on an earlier line of the file.", Sted);
}

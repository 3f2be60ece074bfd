using Felles.Kernel.Feil;

namespace Felles.Web.Administrasjon;

/// <summary>The codes of the administration API that do not belong to one module.</summary>
public static class Administrasjonsfeilkoder
{
    private const string Sted = "administrasjon";

    public static readonly Feilkode TokenMangler = new("token-mangler", "The call has no bearer token.", Sted);
    public static readonly Feilkode TokenUgyldig = new("token-ugyldig", "The token is not valid here.", Sted);
    public static readonly Feilkode ScopeMangler = new("scope-mangler", "The token does not give access to administration.", Sted);
    public static readonly Feilkode DriftIkkeTildelt =
        new("drift-ikke-tildelt", "The organisation does not hold the scope of administration now.", Sted);
    public static readonly Feilkode TilgangUtdatert =
        new("tilgang-utdatert", "This host has not confirmed who has access for too long; try again.", Sted);
    public static readonly Feilkode UgyldigForespoersel = new("ugyldig-forespoersel", "The request cannot be read.", Sted);
    public static readonly Feilkode UgyldigJson = new("ugyldig-json", "The text is not one JSON object in UTF-8.", Sted);
    public static readonly Feilkode FeilMedietype = new("feil-medietype", "The media type of the body is not taken here.", Sted);
    public static readonly Feilkode ForStorKropp = new("for-stor-kropp", "The body is larger than this call takes.", Sted);
    public static readonly Feilkode MedlemMangler = new("medlem-mangler", "A required member is missing.", Sted);
    public static readonly Feilkode MedlemUkjent = new("medlem-ukjent", "There is no such member.", Sted);
    public static readonly Feilkode MedlemFeilType = new("medlem-feil-type", "A member has the wrong type.", Sted);
    public static readonly Feilkode MedlemUgyldig = new("medlem-ugyldig", "The value of a member cannot be used.", Sted);
    public static readonly Feilkode DatabaseUtilgjengelig =
        new("database-utilgjengelig", "The database cannot be reached; try again.", Sted);
    public static readonly Feilkode FlereFeil = new("flere-feil", "The request has more than one fault.", Sted);
    public static readonly Feilkode UgyldigOrganisasjonsnummer = new(
        "ugyldig-organisasjonsnummer", "Nine digits with a valid check digit are needed.", Sted);
}

using Felles.Kernel.Feil;

namespace Felles.Maskinporten.Token;

/// <summary>
/// The refusals of the token endpoint, with the codes and texts of Digdir's page «Feilsøking» (docs.digdir.no/maskinporten_feilsoking).
/// A code without MP is ours: Digdir documents the text alone, and the code is for the log only.
/// </summary>
internal static class TokenFeilkoder
{
    public static readonly Feilkode UgyldigParameter = Kode("MP-011", "Invalid assertion. Invalid parameter value");
    public static readonly Feilkode BruktFoer = Kode("MP-012", "Grant is used before");
    public static readonly Feilkode UkjentKlient = Kode("MP-100", "Invalid assertion. Client authentication failed");
    public static readonly Feilkode FeilMottaker = Kode("MP-110", "Invalid assertion. Client authentication failed. Invalid JWT claim aud");
    public static readonly Feilkode UgyldigSertifikat =
        Kode("MP-120", "Invalid assertion. Client authentication failed. The JWT is signed with an invalid certificate");
    public static readonly Feilkode UtloeptNoekkel = Kode("MP-121", "Invalid assertion. Client authentication failed. Expired key");
    public static readonly Feilkode FeilVirksomhet =
        Kode("MP-122", "Invalid JWT. Invalid organization number for client. Does not match certificate orgno");
    public static readonly Feilkode UgyldigX5c = Kode("MP-123", "Invalid JWT header x5c");
    public static readonly Feilkode UgyldigSignatur = Kode("MP-124", "Invalid JWT signature");
    public static readonly Feilkode Utloept = Kode("MP-130", "JWT is expired");
    public static readonly Feilkode UtstedtIFremtiden = Kode("issued-after-now", "Issue time is after now");
    public static readonly Feilkode UgyldigKonsument = Kode(
        "consumer-org", "Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client is invalid");
    public static readonly Feilkode UgyldigScope = Kode("MP-200", "Token request contains invalid scopes for client");
    public static readonly Feilkode IkkeForMaskinporten = Kode("MP-201", "Token request contains scopes not allowed for maskinporten");
    public static readonly Feilkode IkkeTilgang = Kode("MP-250", "Consumer has not been granted access to the scope {scope}");
    public static readonly Feilkode IkkeDelegert =
        Kode("MP-251", "Consumer {consumer} has not delegated access to the scope {scope} to supplier {supplier}");
    public static readonly Feilkode UkjentDetaljtype = Kode("MP-301", "Unknown authorization details type");
    public static readonly Feilkode UkjentGrantType = Kode("unsupported-grant-type", "The grant_type is not supported");
    public static readonly Feilkode FeilMetode = Kode("method-not-allowed", "The token endpoint accepts POST only");
    public static readonly Feilkode Utilgjengelig = Kode("unavailable", "The service is temporarily unavailable");

    private static Feilkode Kode(string kode, string tekst) => new(kode, tekst, "maskinporten/token");
}

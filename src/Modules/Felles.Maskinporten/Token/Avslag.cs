using Felles.Kernel.Feil;

namespace Felles.Maskinporten.Token;

/// <summary>One refusal as it goes over the wire: the OAuth error (RFC 6749 §5.2), the status and the text.</summary>
internal sealed record Avslag(Feilkode Feil, string Error, int Status, string Tekst)
{
    /// <summary>
    /// Why, more closely than the documented text: for explanations in the sandbox, and never in an answer of the token endpoint, which a
    /// stranger reads. Holds nothing of a person's.
    /// </summary>
    public string? Grunn { get; init; }

    public static readonly Avslag UgyldigParameter = InvalidRequest(TokenFeilkoder.UgyldigParameter);
    public static readonly Avslag BruktFoer = InvalidGrant(TokenFeilkoder.BruktFoer);
    public static readonly Avslag UkjentKlient = InvalidGrant(TokenFeilkoder.UkjentKlient);
    public static readonly Avslag FeilMottaker = InvalidGrant(TokenFeilkoder.FeilMottaker);
    public static readonly Avslag UgyldigSertifikat = InvalidGrant(TokenFeilkoder.UgyldigSertifikat);
    public static readonly Avslag UtloeptNoekkel = InvalidGrant(TokenFeilkoder.UtloeptNoekkel);
    public static readonly Avslag FeilVirksomhet = InvalidGrant(TokenFeilkoder.FeilVirksomhet);
    public static readonly Avslag UgyldigX5c = InvalidGrant(TokenFeilkoder.UgyldigX5c);
    public static readonly Avslag UgyldigSignatur = InvalidGrant(TokenFeilkoder.UgyldigSignatur);
    public static readonly Avslag Utloept = InvalidGrant(TokenFeilkoder.Utloept);
    public static readonly Avslag UtstedtIFremtiden = InvalidGrant(TokenFeilkoder.UtstedtIFremtiden);
    public static readonly Avslag UgyldigKonsument = InvalidRequest(TokenFeilkoder.UgyldigKonsument);
    public static readonly Avslag UgyldigScope = InvalidScope(TokenFeilkoder.UgyldigScope);
    public static readonly Avslag IkkeForMaskinporten = InvalidScope(TokenFeilkoder.IkkeForMaskinporten);
    public static readonly Avslag UkjentDetaljtype = Av(TokenFeilkoder.UkjentDetaljtype, "invalid_authorization_details", 400);
    public static readonly Avslag UkjentGrantType = Av(TokenFeilkoder.UkjentGrantType, "unsupported_grant_type", 400);
    public static readonly Avslag FeilMetode = Av(TokenFeilkoder.FeilMetode, "invalid_request", 405);
    public static readonly Avslag Utilgjengelig = Av(TokenFeilkoder.Utilgjengelig, "temporarily_unavailable", 503);

    public static Avslag IkkeTilgang(string scope) => Av(TokenFeilkoder.IkkeTilgang, "forbidden", 403) with
    {
        Tekst = TokenFeilkoder.IkkeTilgang.Tekst.Replace("{scope}", scope),
    };

    public static Avslag IkkeDelegert(string konsument, string scope, string leverandoer) =>
        Av(TokenFeilkoder.IkkeDelegert, "forbidden", 403) with
    {
        Tekst = TokenFeilkoder.IkkeDelegert.Tekst.Replace("{consumer}", konsument).Replace("{scope}", scope)
            .Replace("{supplier}", leverandoer),
    };

    /// <summary>The same refusal with a reason.</summary>
    public Avslag Fordi(string grunn) => this with { Grunn = grunn };

    private static Avslag InvalidRequest(Feilkode feil) => Av(feil, "invalid_request", 400);

    private static Avslag InvalidGrant(Feilkode feil) => Av(feil, "invalid_grant", 400);

    private static Avslag InvalidScope(Feilkode feil) => Av(feil, "invalid_scope", 400);

    private static Avslag Av(Feilkode feil, string error, int status) => new(feil, error, status, feil.Tekst);
}

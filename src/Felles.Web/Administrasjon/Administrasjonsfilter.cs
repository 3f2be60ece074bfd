using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Web.Problem;
using Felles.Web.Token;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Web.Administrasjon;

/// <summary>Checks the token of an administration call, and writes the call to the look-up log before the answer leaves.</summary>
internal sealed class Administrasjonsfilter(TokenCheck tokens, LookupLog logg, TimeProvider tid) : IEndpointFilter
{
    private const string Tjeneste = "felles";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            var (token, avslag) = await KontrollerAsync(http);
            var svar = avslag ?? await SvarAsync(http, token!, context, next);
            // Not the request's own token of cancellation: a caller that hangs up after a change must not keep the change out of the log.
            await logg.AppendAsync(Oppfoering(http, token, svar), CancellationToken.None);
            return svar;
        }
        catch (DatabaseUnavailableException e)
        {
            // The change or the log entry is not known to be durable. Every call is safe to repeat, so the caller is asked to come back.
            return Problemsvar.Utilgjengelig(Administrasjonsfeilkoder.DatabaseUtilgjengelig, (int)e.RetryAfter.TotalSeconds);
        }
    }

    private async ValueTask<(ValidatedToken? Token, IResult? Avslag)> KontrollerAsync(HttpContext http)
    {
        var funnet = await tokens.CheckAsync(http);
        return funnet.Match<(ValidatedToken?, IResult?)>(
            token => token.Scopes.Contains(AdministrasjonRuter.Scope)
                ? (token, null)
                : (token, Problemsvar.UtenScope(Administrasjonsfeilkoder.ScopeMangler, AdministrasjonRuter.Scope)),
            () => (null, Problemsvar.Uautentisert(Administrasjonsfeilkoder.TokenMangler, null)),
            grunn => (null, Problemsvar.Uautentisert(Administrasjonsfeilkoder.TokenUgyldig, grunn)));
    }

    private static async ValueTask<IResult> SvarAsync(
        HttpContext http, ValidatedToken token, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Administrasjonskall.Sett(http, token);
        try
        {
            return (IResult)(await next(context))!;
        }
        catch (BadHttpRequestException e)
        {
            // The server's own judgement while a handler reads the body: too large, cut short, badly chunked.
            var kode = e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Administrasjonsfeilkoder.ForStorKropp
                : Administrasjonsfeilkoder.UgyldigForespoersel;
            return Problemsvar.Av(e.StatusCode, kode);
        }
    }

    private LookupRecord Oppfoering(HttpContext http, ValidatedToken? token, IResult svar) => new()
    {
        Tidspunkt = tid.GetUtcNow(),
        Tjeneste = Tjeneste,
        Rute = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "",
        Metode = http.Request.Method,
        Status = (svar as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK,
        Utfall = (svar as Problemsvar)?.Kode.Kode ?? "ok",
        Konsument = token?.Konsument,
        Leverandoer = token?.Leverandoer,
        Systembruker = token?.Systembruker,
        ClientId = token?.ClientId,
        Jti = token?.Jti,
        Scope = token?.Scope,
        Detalj = Virksomhet(http),
        Korrelasjonsid = Korrelasjonsid.For(http),
    };

    /// <summary>The organisation the call is about. A number that is not valid may be anything, so it is left out.</summary>
    private static string? Virksomhet(HttpContext http) =>
        http.GetRouteValue("orgnr") is string tekst && Organisasjonsnummer.TryParse(tekst, out var nummer) ? $"virksomhet {nummer}" : null;
}

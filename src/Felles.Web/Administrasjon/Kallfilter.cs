using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Felles.Web.Problem;
using Felles.Web.Token;
using Felles.Web.Vert;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Web.Administrasjon;

/// <summary>
/// Judges the token of a call of one of our JSON APIs, and writes the call, a refused one too, to the look-up log before the answer leaves.
/// </summary>
internal abstract class Kallfilter(string tjeneste, LookupLog logg, TimeProvider tid) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (token, avslag) = await KontrollerAsync(http);
        IResult svar;
        try
        {
            svar = avslag ?? await SvarAsync(http, token, context, next);
        }
        catch (Exception e)
        {
            // A call can fail after its change is durable, so it has its record too. The outermost rim answers.
            var (status, kode) = ErrorBoundary.Judge(e);
            if (e is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
                await LoggAsync(http, token, StatusCodes.Status499ClientClosedRequest, "avbrutt");
            else
                await LoggAsync(http, token, status, kode.Kode);
            throw;
        }

        await LoggAsync(
            http, token, (svar as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK, (svar as Problemsvar)?.Kode.Kode ?? "ok");
        return svar is Problemsvar problem ? Form(problem) : svar;
    }

    /// <summary>The token, which is null where none was needed or it is worth nothing; and the refusal, or null.</summary>
    protected abstract ValueTask<(ValidatedToken? Token, Problemsvar? Avslag)> KontrollerAsync(HttpContext http);

    /// <summary>The form in which this API tells a refusal.</summary>
    protected virtual IResult Form(Problemsvar avslag) => avslag;

    private static async ValueTask<IResult> SvarAsync(
        HttpContext http, ValidatedToken? token, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (token is not null) Administrasjonskall.Sett(http, token);
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

    // Not the request's own token of cancellation: a caller that hangs up after a change must not keep the change out of the log.
    private ValueTask LoggAsync(HttpContext http, ValidatedToken? token, int status, string utfall) =>
        logg.AppendAsync(Oppfoering(http, token, status, utfall), CancellationToken.None);

    private LookupRecord Oppfoering(HttpContext http, ValidatedToken? token, int status, string utfall) => new()
    {
        Tidspunkt = tid.GetUtcNow(),
        Tjeneste = tjeneste,
        Rute = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "",
        Metode = http.Request.Method,
        Status = status,
        Utfall = utfall,
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

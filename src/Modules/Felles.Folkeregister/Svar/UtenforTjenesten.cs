using System.Globalization;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;

namespace Felles.Folkeregister.Svar;

/// <summary>
/// Answers that no service could give: a service that is not there, a request the server could not read, a database that is lost.
/// </summary>
internal static class UtenforTjenesten
{
    public static Task UkjentTjenesteAsync(HttpContext http) => SkrivAsync(http, Avvisning.UkjentTjeneste);

    /// <summary>An address below the feed: 404 as the feed documents it.</summary>
    public static Task UkjentIFeedAsync(HttpContext http) =>
        SkrivAsync(http, Avvisning.UkjentIFeed with { Verdi = Korrelasjonsid.For(http) });

    /// <summary>
    /// 429, before anybody has looked at the token. No look-up took place, so there is no entry in the look-up log. <c>Retry-After</c> is
    /// in milliseconds, as the service documents it and unlike RFC 9110.
    /// </summary>
    public static Task StrupAsync(HttpContext http, TimeSpan vent)
    {
        http.Response.Headers.RetryAfter = ((long)Math.Ceiling(vent.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture);
        return SkrivAsync(http, Avvisning.ForMangeKall);
    }

    /// <summary>The documented body of Folkeregisteret for a status decided outside the service.</summary>
    public static Task SkrivAsync(HttpContext http, int status) => SkrivAsync(
        http,
        status < StatusCodes.Status500InternalServerError
            ? new Avvisning(status, Folkeregisterfeilkoder.Freg001, "Forespørselen kan ikke leses.", "ugyldigForespoersel")
            : Avvisning.TilgangUtdatert with { Status = status });

    private static Task SkrivAsync(HttpContext http, Avvisning avvisning)
    {
        var format = Formatvalg.Velg(http.Request.Headers.Accept) ?? Svarformat.Json;
        var kropp = Avvisningsskriver.Skriv(avvisning, format);
        http.Response.StatusCode = avvisning.Status;
        http.Response.ContentType = format == Svarformat.Json ? "application/json" : "application/xml";
        http.Response.ContentLength = kropp.Length;
        Svarhoder.Sett(http);
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(kropp, 0, kropp.Length, http.RequestAborted);
    }
}

using Microsoft.AspNetCore.Http;

namespace Felles.Folkeregister.Svar;

/// <summary>
/// Answers that no service could give: a service that is not there, a request the server could not read, a database that is lost.
/// </summary>
internal static class UtenforTjenesten
{
    public static Task UkjentTjenesteAsync(HttpContext http) => SkrivAsync(http, Avvisning.UkjentTjeneste);

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
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(kropp, 0, kropp.Length, http.RequestAborted);
    }
}

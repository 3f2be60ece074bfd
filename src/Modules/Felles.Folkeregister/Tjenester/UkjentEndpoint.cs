using Felles.Folkeregister.Svar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Tjenester;

/// <summary>
/// Addresses below <c>/folkeregisteret/</c> that are no service, or not in that package: 404 with the service's own body. Nobody's data and nobody's right
/// is concerned, so there is no look-up log entry.
/// </summary>
internal static class UkjentEndpoint
{
    public static void Map(IEndpointRouteBuilder ruter) =>
        ruter.Map("/folkeregisteret/{**sti}", (RequestDelegate)SvarAsync).ExcludeFromDescription();

    private static Task SvarAsync(HttpContext http)
    {
        var format = Formatvalg.Velg(http.Request.Headers.Accept) ?? Svarformat.Json;
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.ContentType = format == Svarformat.Json ? "application/json" : "application/xml";
        var kropp = Avvisningsskriver.Skriv(Avvisning.UkjentTjeneste, format);
        http.Response.ContentLength = kropp.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(kropp, 0, kropp.Length, http.RequestAborted);
    }
}

using Felles.Enhetsregister.Contracts;
using Felles.Web.Ndjson;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Felles.Enhetsregister.Eksport;

/// <summary><c>GET /felles/api/v1/virksomheter</c>: every organisation, in the form the import takes.</summary>
internal static class Eksportrute
{
    private static readonly byte[] Linjeslutt = [(byte)'\n'];

    public static void Map(RouteGroupBuilder administrasjon) => administrasjon.MapGet("/virksomheter", Svar)
        .WithName("eksporterVirksomheter")
        .WithSummary("Exports every organisation, one JSON object a line.")
        .Produces(StatusCodes.Status200OK, contentType: Ndjsonmottak.Medietype);

    private static PushStreamHttpResult Svar(HttpContext http, Enheter enheter) => TypedResults.Stream(
        async kropp =>
        {
            await foreach (var dokument in enheter.EksporterAsync(http.RequestAborted))
            {
                await kropp.WriteAsync(dokument, http.RequestAborted);
                await kropp.WriteAsync(Linjeslutt, http.RequestAborted);
            }
        },
        Ndjsonmottak.Medietype);
}

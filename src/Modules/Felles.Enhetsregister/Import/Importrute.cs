using Felles.Enhetsregister.Contracts;
using Felles.Web.Ndjson;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Enhetsregister.Import;

/// <summary><c>POST /felles/api/v1/virksomheter</c>: organisations as newline-delimited JSON.</summary>
internal static class Importrute
{
    public static void Map(RouteGroupBuilder administrasjon) => administrasjon.MapPost("/virksomheter", SvarAsync)
        .WithName("importerVirksomheter")
        .WithSummary("Imports organisations, one JSON object a line; the file is taken whole or not at all.")
        .Produces(StatusCodes.Status200OK)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static Task<IResult> SvarAsync(HttpContext http, Enheter enheter) => Ndjsonmottak.TaImotAsync(http, async () =>
    {
        var svar = await enheter.ImporterAsync(http.Request.Body, http.RequestAborted);
        return svar.Match<IResult>(
            tatt => TypedResults.Ok(new { lest = tatt.Lest, nye = tatt.Nye, endret = tatt.Endret, uendret = tatt.Uendret }),
            avvist => Problemsvar.Av(StatusCodes.Status400BadRequest, Enhetsregisterfeilkoder.FilAvvist, avvist.Funn, avvist.Antall));
    });
}

using Felles.Enhetsregister.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Felles.Enhetsregister.Import;

/// <summary>
/// <c>POST /felles/api/v1/virksomheter</c>: organisations as newline-delimited JSON. The media type is judged here and not by the router,
/// which would answer 415 without a body and without a log entry.
/// </summary>
internal static class Importrute
{
    public const string Medietype = "application/x-ndjson";

    public static void Map(RouteGroupBuilder administrasjon) => administrasjon.MapPost("/virksomheter", SvarAsync)
        .WithName("importerVirksomheter")
        .WithSummary("Imports organisations, one JSON object a line; the file is taken whole or not at all.")
        .WithMetadata(new UbegrensetKropp())
        .Produces(StatusCodes.Status200OK)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static async Task<IResult> SvarAsync(HttpContext http, Enheter enheter)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != Medietype)
        {
            return Problemsvar.Av(StatusCodes.Status415UnsupportedMediaType, Administrasjonsfeilkoder.FeilMedietype, $"Send {Medietype}.");
        }

        var svar = await enheter.ImporterAsync(http.Request.Body, http.RequestAborted);
        return svar.Match<IResult>(
            tatt => TypedResults.Ok(new { lest = tatt.Lest, nye = tatt.Nye, endret = tatt.Endret, uendret = tatt.Uendret }),
            avvist => Problemsvar.Av(StatusCodes.Status400BadRequest, Enhetsregisterfeilkoder.FilAvvist, avvist.Funn, avvist.Antall));
    }

    /// <summary>A register may be gigabytes; it is read line by line.</summary>
    private sealed class UbegrensetKropp : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}

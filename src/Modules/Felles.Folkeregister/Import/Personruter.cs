using Felles.Folkeregister.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Felles.Folkeregister.Import;

/// <summary>Import and export of persons in the administration API.</summary>
internal static class Personruter
{
    public const string Medietype = "application/x-ndjson";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var gruppe = routes.MapAdministrasjon();
        gruppe.MapPost("personer", ImporterAsync)
            .WithName("importer-personer")
            .WithSummary("Takes person documents in wire form, one a line; the whole file or nothing")
            .Produces<Personimportsvar.Tatt>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        gruppe.MapGet("personer", Eksporter)
            .WithName("eksporter-personer")
            .WithSummary("Every person's document with history, one a line, in the form that the import takes")
            .Produces<string>(StatusCodes.Status200OK, Medietype)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> ImporterAsync(HttpContext http, Personregister register)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals(Medietype, StringComparison.OrdinalIgnoreCase))
            return Problemsvar.Av(StatusCodes.Status415UnsupportedMediaType, Personimportfeilkoder.FeilMedietype);
        // A register is gigabytes; it is read line by line.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grense)
            grense.MaxRequestBodySize = null;
        var svar = await register.ImporterAsync(http.Request.BodyReader, http.RequestAborted);
        return svar.Match<IResult>(
            tatt => TypedResults.Ok(tatt),
            avvist => Problemsvar.Av(StatusCodes.Status400BadRequest, Personimportfeilkoder.Avvist, avvist.Funn, avvist.Antall));
    }

    private static Eksportsvar Eksporter(Personregister register) => new(register);

    /// <summary>The answer is written after its look-up log entry is durable, page by page.</summary>
    private sealed class Eksportsvar(Personregister register) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => StatusCodes.Status200OK;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = Medietype;
            httpContext.Response.Headers.CacheControl = "no-store";
            if (HttpMethods.IsHead(httpContext.Request.Method))
                return;
            await register.EksporterAsync(httpContext.Response.BodyWriter, httpContext.RequestAborted);
        }
    }
}

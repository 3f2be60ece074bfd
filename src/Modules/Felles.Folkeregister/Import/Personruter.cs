using Felles.Folkeregister.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Ndjson;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Import;

/// <summary>Import and export of persons in the administration API.</summary>
internal static class Personruter
{
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
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        gruppe.MapGet("personer", Eksporter)
            .WithName("eksporter-personer")
            .WithSummary("Every person's document with history, one a line, in the form that the import takes")
            .Produces<string>(StatusCodes.Status200OK, Ndjsonmottak.Medietype)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static Task<IResult> ImporterAsync(HttpContext http, Personregister register) => Ndjsonmottak.TaImotAsync(http, async () =>
    {
        var svar = await register.ImporterAsync(http.Request.BodyReader, http.RequestAborted);
        return svar.Match<IResult>(
            tatt => TypedResults.Ok(tatt),
            // What is wrong with the register and not with a line of the file.
            avvist => avvist.Funn is [{ Linje: null } ene]
                ? Problemsvar.Av(StatusCodes.Status409Conflict, ene)
                : Problemsvar.Av(StatusCodes.Status400BadRequest, Personimportfeilkoder.Avvist, avvist.Funn, avvist.Antall));
    });

    private static Eksportsvar Eksporter(Personregister register) => new(register);

    /// <summary>The answer is written after its look-up log entry is durable, page by page.</summary>
    private sealed class Eksportsvar(Personregister register) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => StatusCodes.Status200OK;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = Ndjsonmottak.Medietype;
            httpContext.Response.Headers.CacheControl = "no-store";
            if (HttpMethods.IsHead(httpContext.Request.Method))
                return;
            await register.EksporterAsync(httpContext.Response.BodyWriter, httpContext.RequestAborted);
        }
    }
}

using Felles.Maskinporten.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Maskinporten.Noekler;

/// <summary><c>/felles/api/v1/maskinporten/signeringsnoekler</c>: which keys are published, and the change to the next one.</summary>
internal static class Roteringsruter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var administrasjon = routes.MapAdministrasjon();
        administrasjon.MapGet("/maskinporten/signeringsnoekler", (Signeringsnoekler noekler) => TypedResults.Ok(Kropp(noekler)))
            .WithName("listSigneringsnoekler").WithSummary("The key that signs tokens, and all that are published.")
            .Produces(StatusCodes.Status200OK);
        administrasjon.MapPost("/maskinporten/signeringsnoekler/roter", RoterAsync)
            .WithName("roterSigneringsnoekler")
            .WithSummary(
                "Lets the next key sign. straks=true also when it has not been published for a day: for a key that may be known to others.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> RoterAsync(HttpContext http, Signeringsnoekler noekler)
    {
        var svar = await noekler.RoterAsync(http.Request.Query["straks"] == "true", http.RequestAborted);
        return svar.Match<IResult>(
            rotert => TypedResults.Ok(
                new { gjeldende = rotert.Gjeldende, gammel = rotert.Gammel, gammelPubliseresTil = rotert.GammelPubliseresTil }),
            forTidlig =>
                Problemsvar.Av(StatusCodes.Status409Conflict, NoekkelFeilkoder.ForTidlig, $"It may sign from {forTidlig.Tidligst:O}."));
    }

    private static object Kropp(Signeringsnoekler noekler) => new { gjeldende = noekler.Gjeldende, publiserte = noekler.Publiserte };
}

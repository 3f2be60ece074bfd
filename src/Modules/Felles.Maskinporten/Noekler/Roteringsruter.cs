using Felles.Maskinporten.Contracts;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Maskinporten.Noekler;

/// <summary>
/// <c>/felles/api/v1/maskinporten/signeringsnoekler</c>: which keys are published, the change to the next one, and the withdrawal of one.
/// </summary>
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
            .WithSummary("Lets the next key sign; tokens of the old one hold. straks=true also when it has not been published for a day; "
                + "erstatter names the key to be replaced, so that a repeated call rotates once.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        administrasjon.MapPost("/maskinporten/signeringsnoekler/{kid}/trekk", TrekkAsync)
            .WithName("trekkSigneringsnoekkel")
            .WithSummary("Withdraws a key that may be known to others: its tokens are refused at once, also those given out before.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RoterAsync(HttpContext http, Signeringsnoekler noekler)
    {
        if (!Administrasjonsaktoer.Les(http, out var aktoer, out var avslag)) return avslag!;
        var (straks, erstatter) = (http.Request.Query["straks"] == "true", (string?)http.Request.Query["erstatter"]);
        var svar = await noekler.RoterAsync(straks, aktoer, erstatter, http.RequestAborted);
        return svar.Match<IResult>(
            rotert => TypedResults.Ok(
                new { gjeldende = rotert.Gjeldende, gammel = rotert.Gammel, gammelPubliseresTil = rotert.GammelPubliseresTil }),
            forTidlig =>
                Problemsvar.Av(StatusCodes.Status409Conflict, NoekkelFeilkoder.ForTidlig, $"It may sign from {forTidlig.Tidligst:O}."),
            erstattet => Problemsvar.Av(
                StatusCodes.Status409Conflict, NoekkelFeilkoder.AlleredeErstattet, $"{erstattet.Gjeldende} signs.", "erstatter"));
    }

    private static async Task<IResult> TrekkAsync(HttpContext http, string kid, Signeringsnoekler noekler)
    {
        if (!Administrasjonsaktoer.Les(http, out var aktoer, out var avslag)) return avslag!;
        var svar = await noekler.TrekkAsync(kid, aktoer, http.RequestAborted);
        return svar.Match<IResult>(
            trukket => TypedResults.Ok(new { trukket = trukket.Kid, gjeldende = trukket.Gjeldende }),
            () => Problemsvar.Av(StatusCodes.Status404NotFound, NoekkelFeilkoder.Ukjent, sti: "kid"));
    }

    private static object Kropp(Signeringsnoekler noekler) => new { gjeldende = noekler.Gjeldende, publiserte = noekler.Publiserte };
}

using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Felles.Tilgang.Endring.Administrasjonsparametre;

namespace Felles.Tilgang.Prefikser;

/// <summary><c>/felles/api/v1/prefikser</c>: who may make scopes of which prefix.</summary>
internal static class Prefiksruter
{
    public static void Map(RouteGroupBuilder administrasjon)
    {
        administrasjon.MapGet("/prefikser", ListAsync)
            .WithName("listPrefikser").WithSummary("Every prefix with its owner.").Produces(StatusCodes.Status200OK);
        administrasjon.MapPut("/prefikser/{prefix}/{orgnr}", TildelAsync)
            .WithName("tildelPrefiks").WithSummary("Assigns the prefix to the organisation; scopes that exist keep their owner.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Prefikslager lager) =>
        TypedResults.Ok((await lager.LesAlleAsync(http.RequestAborted)).Select(Kropp));

    private static async Task<IResult> TildelAsync(HttpContext http, Prefiksendring endring)
    {
        if (!Virksomhet(http, out var virksomhet, out var avslag)) return avslag!;
        if (!Administrasjonsaktoer.Les(http, out var aktoer, out avslag)) return avslag!;
        var svar = await endring.TildelAsync((string)http.GetRouteValue("prefix")!, virksomhet, aktoer, http.RequestAborted);
        return svar.Resultat(Kropp);
    }

    private static object Kropp(Prefiks prefiks) => new
    {
        prefix = prefiks.Navn,
        owner_orgno = prefiks.Eier?.ToWire(),
        opprettet = prefiks.Opprettet,
        endret = prefiks.Endret,
    };
}

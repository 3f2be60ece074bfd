using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Contracts;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Felles.Tilgang.Endring.Administrasjonsparametre;

namespace Felles.Tilgang.Pakketilganger;

/// <summary><c>/felles/api/v1/pakker</c>: which rights packages an organisation may use.</summary>
internal static class Pakketilgangsruter
{
    public static void Map(RouteGroupBuilder administrasjon)
    {
        administrasjon.MapPut("/pakker/{orgnr}/{pakke}", (HttpContext http, Tilgangsforvaltning f) => EndreAsync(http, f.AapnePakkeAsync))
            .WithName("aapnePakke").WithSummary("Opens the package for the organisation.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        administrasjon
            .MapDelete("/pakker/{orgnr}/{pakke}", (HttpContext http, Tilgangsforvaltning f) => EndreAsync(http, f.StengPakkeAsync))
            .WithName("stengPakke").WithSummary("Closes the package for the organisation, for live tokens too.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        administrasjon.MapGet("/pakker/{orgnr}", ForVirksomhetAsync)
            .WithName("listPakker").WithSummary("The organisation's packages, open and closed.").Produces(StatusCodes.Status200OK);
    }

    private static async Task<IResult> EndreAsync(
        HttpContext http, Func<Organisasjonsnummer, Rettighetspakke, Aktoer, CancellationToken, Task<Endringssvar<Pakketilgang>>> endre)
    {
        if (!Virksomhet(http, out var virksomhet, out var avslag)) return avslag!;
        if (Rettighetspakke.MedNavn((string)http.GetRouteValue("pakke")!) is not { } pakke)
            return Problemsvar.Av(StatusCodes.Status404NotFound, Tilgangsfeilkoder.UkjentPakke, sti: "pakke");
        if (!Administrasjonsaktoer.Les(http, out var aktoer, out avslag)) return avslag!;
        var svar = await endre(virksomhet, pakke, aktoer, http.RequestAborted);
        return svar.Match<IResult>(
            utfoert => TypedResults.Ok(Kropp(utfoert.Tilstand)),
            avvist => Problemsvar.Av(StatusCodes.Status404NotFound, avvist.Funn));
    }

    private static async Task<IResult> ForVirksomhetAsync(HttpContext http, Pakketilgangslister lister)
    {
        if (!Virksomhet(http, out var virksomhet, out var avslag)) return avslag!;
        return TypedResults.Ok((await lister.ForVirksomhetAsync(virksomhet, http.RequestAborted)).Select(Kropp));
    }

    private static object Kropp(Pakketilgang tilgang) => new
    {
        organisasjonsnummer = tilgang.Virksomhet.ToWire(),
        pakke = tilgang.Pakke.Navn,
        aapen = tilgang.Aapen,
        opprettet = tilgang.Opprettet,
        endret = tilgang.Endret,
    };
}

using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Felles.Tilgang.Endring.Administrasjonsparametre;

namespace Felles.Tilgang.Scopetilganger;

/// <summary><c>/felles/api/v1/tilganger</c>: grants of scopes. The scope is a query parameter because scopes hold slashes.</summary>
internal static class Scopetilgangsruter
{
    private const int StoersteAntall = 1000;

    public static void Map(RouteGroupBuilder administrasjon)
    {
        administrasjon.MapPut("/tilganger/{orgnr}", (HttpContext http, Tilgangsforvaltning f) => EndreAsync(http, f.GiScopeAsync))
            .WithName("giScope").WithSummary("Grants the scope to the organisation.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        administrasjon.MapDelete("/tilganger/{orgnr}", (HttpContext http, Tilgangsforvaltning f) => EndreAsync(http, f.TrekkScopeAsync))
            .WithName("trekkScope").WithSummary("Denies the scope to the organisation; the record stays.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        administrasjon.MapGet("/tilganger/{orgnr}", ForVirksomhetAsync)
            .WithName("listTilganger").WithSummary("The organisation's grants, in every state.").Produces(StatusCodes.Status200OK);
        administrasjon.MapGet("/tilganger", ForScopeAsync)
            .WithName("listTilgangerTilScope").WithSummary("The organisations of one scope, a page at a time.")
            .Produces(StatusCodes.Status200OK);
    }

    private static async Task<IResult> EndreAsync(
        HttpContext http,
        Func<Kernel.Identifikatorer.Organisasjonsnummer, string, Aktoer, CancellationToken, Task<Endringssvar<Scopetilgang>>> endre)
    {
        if (!Virksomhet(http, out var virksomhet, out var avslag)) return avslag!;
        if (!Scopeparameter(http, out var scope, out avslag)) return avslag!;
        if (!Administrasjonsaktoer.Les(http, out var aktoer, out avslag)) return avslag!;
        var svar = await endre(virksomhet, scope, aktoer, http.RequestAborted);
        return svar.Resultat(Kropp);
    }

    private static async Task<IResult> ForVirksomhetAsync(HttpContext http, Scopetilgangslister lister)
    {
        if (!Virksomhet(http, out var virksomhet, out var avslag)) return avslag!;
        return TypedResults.Ok((await lister.ForVirksomhetAsync(virksomhet, http.RequestAborted)).Select(Kropp));
    }

    private static async Task<IResult> ForScopeAsync(HttpContext http, Scopetilgangslister lister)
    {
        if (!Scopeparameter(http, out var scope, out var avslag)) return avslag!;
        var etter = default(Kernel.Identifikatorer.Organisasjonsnummer);
        if (http.Request.Query.TryGetValue("etter", out var fra) && !Virksomhet(fra.ToString(), out etter, out _))
            return Ugyldig("etter", "The last organisation number of the page before is needed.");
        var antall = StoersteAntall;
        if (http.Request.Query.TryGetValue("antall", out var tall)
            && (!int.TryParse(tall.ToString(), out antall) || antall is < 1 or > StoersteAntall))
            return Ugyldig("antall", $"A number from 1 to {StoersteAntall} is needed.");
        return TypedResults.Ok((await lister.ForScopeAsync(scope, etter.Value, antall, http.RequestAborted)).Select(Kropp));
    }

    private static object Kropp(Scopetilgang tilgang) => new
    {
        organisasjonsnummer = tilgang.Virksomhet.ToWire(),
        scope = tilgang.Scope,
        status = Scopetilgangslister.Tekst(tilgang.Status),
        opprettet = tilgang.Opprettet,
        endret = tilgang.Endret,
    };
}

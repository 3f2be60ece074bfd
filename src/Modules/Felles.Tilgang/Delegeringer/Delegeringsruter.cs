using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Endring;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Felles.Tilgang.Endring.Administrasjonsparametre;

namespace Felles.Tilgang.Delegeringer;

/// <summary>
/// <c>/felles/api/v1/delegeringer</c>: delegations of any two organisations, with their history. The parties themselves use Altinn's
/// services.
/// </summary>
internal static class Delegeringsruter
{
    private const int StoersteAntall = 1000;

    public static void Map(RouteGroupBuilder administrasjon)
    {
        administrasjon.MapPut("/delegeringer/{orgnr}/{leverandoer}", GiAsync)
            .WithName("giDelegering").WithSummary("The organisation delegates the scope to the supplier.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        administrasjon.MapDelete("/delegeringer/{orgnr}/{leverandoer}", AvsluttAsync)
            .WithName("avsluttDelegering").WithSummary("Ends the delegation, for live tokens too; the record stays.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        administrasjon.MapGet("/delegeringer", ListAsync)
            .WithName("listDelegeringer")
            .WithSummary("Delegations of a consumer (konsument), a supplier (leverandoer) or a scope, a page at a time (etter, antall). Ended "
                + "ones with historikk=true.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> GiAsync(HttpContext http, Tilgangsforvaltning forvaltning)
    {
        if (!Parter(http, out var konsument, out var leverandoer, out var avslag)) return avslag!;
        if (!Scopeparameter(http, out var scope, out avslag)) return avslag!;
        if (!Administrasjonsaktoer.Les(http, out var aktoer, out avslag)) return avslag!;
        return (await forvaltning.DelegerAsync(konsument, leverandoer, scope, aktoer, http.RequestAborted)).Resultat(Kropp);
    }

    private static async Task<IResult> AvsluttAsync(HttpContext http, Tilgangsforvaltning forvaltning)
    {
        if (!Parter(http, out var konsument, out var leverandoer, out var avslag)) return avslag!;
        if (!Scopeparameter(http, out var scope, out avslag)) return avslag!;
        if (!Administrasjonsaktoer.Les(http, out var aktoer, out avslag)) return avslag!;
        return (await forvaltning.AvsluttDelegeringAsync(
            konsument, leverandoer, scope, Delegeringsside.Drift, aktoer, http.RequestAborted)).Resultat(Kropp);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Delegeringslister lister)
    {
        var query = http.Request.Query;
        var soek = new Delegeringssoek(Antall: StoersteAntall);
        if (query.ContainsKey("konsument"))
        {
            if (!Virksomhet(query["konsument"].ToString(), out var konsument, out _)) return Ugyldig("konsument", "Not an organisation number.");
            soek = soek with { Konsument = konsument };
        }

        if (query.ContainsKey("leverandoer"))
        {
            if (!Virksomhet(query["leverandoer"].ToString(), out var annen, out _)) return Ugyldig("leverandoer", "Not an organisation number.");
            soek = soek with { Leverandoer = annen };
        }

        if (query.ContainsKey("scope"))
        {
            if (!Scopeparameter(http, out var scope, out var avslag)) return avslag!;
            soek = soek with { Scope = scope };
        }

        if (soek is { Konsument: null, Leverandoer: null, Scope: null })
            return Ugyldig("konsument", "One of konsument, leverandoer and scope is needed.");
        if (query.ContainsKey("etter"))
        {
            if (!Guid.TryParseExact(query["etter"].ToString(), "D", out var etter)) return Ugyldig("etter", "The last id of the page before.");
            soek = soek with { Etter = etter };
        }

        if (query.ContainsKey("antall"))
        {
            if (!int.TryParse(query["antall"].ToString(), out var antall) || antall is < 1 or > StoersteAntall)
                return Ugyldig("antall", $"A number from 1 to {StoersteAntall} is needed.");
            soek = soek with { Antall = antall };
        }

        if (query.ContainsKey("historikk"))
        {
            if (!bool.TryParse(query["historikk"].ToString(), out var historikk)) return Ugyldig("historikk", "true or false.");
            soek = soek with { BareGjeldende = !historikk };
        }

        return TypedResults.Ok((await lister.FinnAsync(soek, http.RequestAborted)).Select(Kropp));
    }

    private static bool Parter(
        HttpContext http, out Organisasjonsnummer konsument, out Organisasjonsnummer leverandoer, out Problemsvar? avslag)
    {
        leverandoer = default;
        if (!Virksomhet(http, out konsument, out avslag)) return false;
        var gyldig = Virksomhet(http.GetRouteValue("leverandoer") as string, out leverandoer, out _);
        avslag = gyldig ? null : Ugyldig("leverandoer", "Not an organisation number.");
        return gyldig;
    }

    private static object Kropp(Delegering delegering) => new
    {
        id = delegering.Id,
        konsument = delegering.Konsument.ToWire(),
        leverandoer = delegering.Leverandoer.ToWire(),
        scope = delegering.Scope,
        gitt = delegering.Gitt,
        gittAv = delegering.GittAv,
        avsluttet = delegering.Avsluttet,
        avsluttetAv = delegering.AvsluttetAv,
        avsluttetSide = delegering.Side is { } side ? Delegeringslister.Tekst(side) : null,
    };
}

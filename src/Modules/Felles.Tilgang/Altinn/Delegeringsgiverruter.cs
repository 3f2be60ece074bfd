using Felles.Tilgang.Contracts;
using Felles.Tilgang.Delegeringer;
using Felles.Tilgang.Scopes;
using Felles.Web.Scopevern;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Felles.Tilgang.Altinn.Sluttbrukerkall;

namespace Felles.Tilgang.Altinn;

/// <summary>What the consumer alone may do: take up a supplier and delegate to it (Altinn, access management, end user).</summary>
internal static class Delegeringsgiverruter
{
    public static void Map(RouteGroupBuilder altinn, Delegeringssideruter side)
    {
        var sti = "/enduser/" + side.Navn;
        altinn.MapPost(sti, LeggTilAsync).KreverScope(side.Skriving)
            .WithName("altinn-maskinportensuppliers-add").WithSummary("Takes up a supplier; once taken up, it stays.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest);
        altinn.MapPost(sti + "/resources", GiAsync).KreverScope(side.Skriving)
            .WithName("altinn-maskinportensuppliers-delegate").WithSummary("Delegates one API to the supplier.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest);
        altinn.MapGet(sti + "/resources/delegationcheck", KanDelegeresAsync).KreverScope(side.Lesing, side.Skriving)
            .WithName("altinn-maskinportensuppliers-delegationcheck")
            .WithSummary("Whether an API can be delegated; without resource, every one that can.").Produces(StatusCodes.Status200OK);
    }

    private static async Task<IResult> LeggTilAsync(HttpContext http, Leverandoerendring endring)
    {
        if (!Egen(http, out var egen, out var avslag) || !Annen(http, "supplier", true, out var annen, out avslag)) return avslag!;
        var svar = await endring.LeggTilAsync(egen, annen!.Value, Aktoer(http), http.RequestAborted);
        return svar.Match<IResult>(
            utfoert => TypedResults.Ok(new
            {
                id = utfoert.Tilstand.Id,
                fromId = Part(utfoert.Tilstand.Konsument),
                toId = Part(utfoert.Tilstand.Leverandoer),
                role = "supplier",
                created = utfoert.Tilstand.LagtTil.UtcDateTime,
            }),
            Avvist);
    }

    private static async Task<IResult> GiAsync(HttpContext http, Tilgangsforvaltning forvaltning, Tilgangskontroll tilgang)
    {
        if (!Egen(http, out var egen, out var avslag)
            || !Annen(http, "supplier", true, out var annen, out avslag)
            || !Ressurs(http, true, tilgang, out var scope, out avslag)) return avslag!;
        var svar = await forvaltning.DelegerAsync(egen, annen!.Value, scope!.Navn, Aktoer(http), http.RequestAborted);
        return svar.Match<IResult>(utfoert => TypedResults.Ok(utfoert.Endret), Avvist);
    }

    private static async Task<IResult> KanDelegeresAsync(HttpContext http, Tilgangskontroll tilgang, Scopelager lager)
    {
        if (!Egen(http, out _, out var avslag) || !Ressurs(http, false, tilgang, out var scope, out avslag)) return avslag!;
        var spurt = scope is not null ? [scope] : (await lager.LesAlleAsync(http.RequestAborted)).Select(s => s.Scope)
            .Where(s => DelegerbartApi.Er(s) && s.Synlighet == Synlighet.Public).OrderBy(s => s.Navn, StringComparer.Ordinal).ToArray();
        return TypedResults.Ok(spurt.Select(s => new { resource = Api(s), result = DelegerbartApi.Er(s) }));
    }
}

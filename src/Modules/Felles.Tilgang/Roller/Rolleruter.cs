using System.Globalization;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Felles.Tilgang.Endring.Administrasjonsparametre;

namespace Felles.Tilgang.Roller;

/// <summary><c>/felles/api/v1/roller</c>: what a person who logs in may do. The person is in the body and never in an address.</summary>
internal static class Rolleruter
{
    public static void Map(RouteGroupBuilder administrasjon)
    {
        administrasjon.MapPost("/roller", GiAsync)
            .WithName("giRolle").WithSummary("Gives a role: issuer, subject, orgnr, rolle and optionally grunn.")
            .Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest);
        administrasjon.MapGet("/roller", ListAsync)
            .WithName("listRoller").WithSummary("The roles for one organisation.").Produces(StatusCodes.Status200OK);
        administrasjon.MapDelete("/roller/{id}", TrekkAsync)
            .WithName("trekkRolle").WithSummary("Withdraws a role; the record stays.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> GiAsync(HttpContext http, Tilgangsforvaltning forvaltning)
    {
        var (kropp, avslag) = await Jsonkropp.LesAsync(http);
        if (kropp is null) return avslag!;
        var issuer = kropp.Tekst("issuer", 500);
        var subject = kropp.Tekst("subject", 255);
        var virksomhet = kropp.Organisasjonsnummer("orgnr");
        var rolle = kropp.Tekst("rolle", 50);
        var grunn = kropp.ValgfriTekst("grunn", Contracts.Aktoer.StoersteLengde);
        if (kropp.Feil is { } feil) return feil;
        if (!Administrasjonsaktoer.Les(http, grunn, out var aktoer, out avslag)) return avslag!;
        var svar = await forvaltning.GiRolleAsync(issuer, subject, virksomhet, rolle, aktoer, http.RequestAborted);
        return svar.Match<IResult>(
            utfoert => utfoert.Endret
                ? TypedResults.Created($"{AdministrasjonRuter.Rot}/roller/{utfoert.Tilstand.Id}", Kropp(utfoert.Tilstand))
                : TypedResults.Ok(Kropp(utfoert.Tilstand)),
            avvist => Problemsvar.Av(StatusCodes.Status400BadRequest, avvist.Funn));
    }

    private static async Task<IResult> ListAsync(HttpContext http, Rollelager lager)
    {
        if (!Virksomhet(http.Request.Query["orgnr"].ToString(), out var virksomhet, out var avslag)) return avslag!;
        return TypedResults.Ok((await lager.ForVirksomhetAsync(virksomhet, http.RequestAborted)).Select(Kropp));
    }

    private static async Task<IResult> TrekkAsync(HttpContext http, Tilgangsforvaltning forvaltning)
    {
        if (!long.TryParse((string)http.GetRouteValue("id")!, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Problemsvar.Av(StatusCodes.Status404NotFound, Tilgangsfeilkoder.RolleFinnesIkke, sti: "id");
        if (!Administrasjonsaktoer.Les(http, out var aktoer, out var avslag)) return avslag!;
        var svar = await forvaltning.TrekkRolleAsync(id, aktoer, http.RequestAborted);
        return svar.Match<IResult>(
            utfoert => TypedResults.Ok(Kropp(utfoert.Tilstand)),
            avvist => Problemsvar.Av(StatusCodes.Status404NotFound, avvist.Funn));
    }

    private static object Kropp(Brukerrolle rolle) => new
    {
        id = rolle.Id,
        issuer = rolle.Issuer,
        subject = rolle.Subject,
        orgnr = rolle.Virksomhet.ToWire(),
        rolle = rolle.Rolle,
        aktiv = rolle.Aktiv,
        opprettet = rolle.Opprettet,
        endret = rolle.Endret,
    };
}

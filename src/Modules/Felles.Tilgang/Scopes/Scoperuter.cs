using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Felles.Tilgang.Endring.Administrasjonsparametre;

namespace Felles.Tilgang.Scopes;

/// <summary><c>/felles/api/v1/scopes</c>: the scopes there are, with the member names of Digdir's self-service API.</summary>
internal static class Scoperuter
{
    public static void Map(RouteGroupBuilder administrasjon)
    {
        administrasjon.MapGet("/scopes", ListAsync)
            .WithName("listScopes").WithSummary("Every scope, active or not.").Produces(StatusCodes.Status200OK);
        administrasjon.MapPut("/scopes", LagreAsync)
            .WithName("lagreScope")
            .WithSummary("Makes a scope, or puts another definition in place of the one it has: scope, description, owner_orgcode, visibility, "
                + "at_max_age, delegation_source, accessible_for_all, allowed_integration_types, active and grunn.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Scopelager lager)
    {
        var alle = await lager.LesAlleAsync(http.RequestAborted);
        return TypedResults.Ok(alle.Select(s => s.Scope).OrderBy(s => s.Navn, StringComparer.Ordinal).Select(Kropp));
    }

    private static async Task<IResult> LagreAsync(HttpContext http, Tilgangsforvaltning forvaltning)
    {
        var (kropp, avslag) = await Jsonkropp.LesAsync(http);
        if (kropp is null) return avslag!;
        var navn = kropp.Tekst("scope", 251).Split(':', 2);
        var eier = kropp.ValgfriTekst("owner_orgcode", 9);
        var synlighet = kropp.ValgfriTekst("visibility", 20);
        var scope = new Scope
        {
            Prefix = navn[0],
            Subscope = navn.ElementAtOrDefault(1) ?? "",
            Beskrivelse = kropp.Tekst("description", 500),
            AtMaxAge = kropp.ValgfrittHeltall("at_max_age") ?? 0,
            Delegeringskilde = kropp.ValgfriTekst("delegation_source", 255),
            TilgjengeligForAlle = kropp.ValgfriBoolsk("accessible_for_all") ?? false,
            Integrasjonstyper = kropp.ValgfrieTekster("allowed_integration_types") ?? [],
            Aktiv = kropp.ValgfriBoolsk("active") ?? true,
        };
        var grunn = kropp.ValgfriTekst("grunn", Aktoer.StoersteLengde);
        if (kropp.Feil is { } feil) return feil;
        var nummer = default(Organisasjonsnummer);
        if (eier is not null && !Organisasjonsnummer.TryParse(eier, out nummer)) return Ugyldig("owner_orgcode", "Not an organisation number.");
        if (!TrySynlighet(synlighet, out var synlig)) return Ugyldig("visibility", "PUBLIC, PRIVATE or INTERNAL.");
        if (!Administrasjonsaktoer.Les(http, grunn, out var aktoer, out avslag)) return avslag!;
        scope = scope with { Eier = eier is null ? null : nummer, Synlighet = synlig };
        var svar = await forvaltning.LagreScopeAsync(scope, aktoer, http.RequestAborted);
        return svar.Match<IResult>(
            utfoert => TypedResults.Ok(Kropp(utfoert.Tilstand)),
            avvist => Problemsvar.Av(StatusCodes.Status400BadRequest, avvist.Funn));
    }

    private static bool TrySynlighet(string? tekst, out Synlighet synlighet)
    {
        (var kjent, synlighet) = tekst switch
        {
            null or "PUBLIC" => (true, Synlighet.Public),
            "PRIVATE" => (true, Synlighet.Private),
            "INTERNAL" => (true, Synlighet.Internal),
            _ => (false, default),
        };
        return kjent;
    }

    private static object Kropp(Scope scope) => new
    {
        scope = scope.Navn,
        description = scope.Beskrivelse,
        owner_orgcode = scope.Eier?.ToWire(),
        visibility = scope.Synlighet.ToString().ToUpperInvariant(),
        at_max_age = scope.AtMaxAge,
        delegation_source = scope.Delegeringskilde,
        accessible_for_all = scope.TilgjengeligForAlle,
        allowed_integration_types = scope.Integrasjonstyper,
        active = scope.Aktiv,
    };
}

using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Delegeringer;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Felles.Web.Scopevern;
using Felles.Web.Token;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Tilgang.Altinn;

/// <summary>
/// <c>GET maskinporten/delegations/</c> (Altinn, access management): what Maskinporten asks before it lets a supplier act for a consumer,
/// and what the owner of an API asks about its own scopes.
/// </summary>
internal static class Delegeringsoppslag
{
    private const string Alle = "altinn:maskinporten/delegations.admin";
    private const string Egne = "altinn:maskinporten/delegations";

    public static void Map(RouteGroupBuilder altinn) => altinn.MapGet("/maskinporten/delegations/", FinnAsync)
        .KreverScope(Alle, Egne)
        .WithName("altinn-delegations")
        .WithSummary("The live delegations that fit supplierOrg, consumerOrg and scope; one of them at least.")
        .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<IResult> FinnAsync(HttpContext http, Delegeringslister lister, Tilgangskontroll tilgang)
    {
        var (leverandoer, konsument, scope) = (Verdi(http, "supplierOrg"), Verdi(http, "consumerOrg"), Verdi(http, "scope"));
        if (leverandoer is null && konsument is null && scope is null)
        {
            return Problemsvar.Av(
                StatusCodes.Status400BadRequest,
                Tilgangsfeilkoder.UtenParametre,
                "Missing query parameters; provide at least one of: scope, supplierOrg, consumerOrg");
        }

        if (!HarRett(Administrasjonskall.Token(http), scope, tilgang))
        {
            return Problemsvar.Av(
                StatusCodes.Status403Forbidden,
                Tilgangsfeilkoder.Oppslagsrett,
                scope is null
                    ? "Not authorized for lookup of delegations without specifying parameter: scope"
                    : $"Not authorized for lookup of delegations for the scope: {scope}");
        }

        if (!Nummer(leverandoer, out var til)) return UgyldigNummer("supplierOrg");
        if (!Nummer(konsument, out var fra)) return UgyldigNummer("consumerOrg");
        // PostgreSQL takes no NUL into a statement, and no scope has one.
        if (scope?.Any(char.IsControl) == true) return TypedResults.Ok(Array.Empty<object>());
        return TypedResults.Ok((await lister.FinnAsync(new(fra, til, scope), http.RequestAborted)).Select(Kropp));
    }

    // The owner of a prefix may ask about its scopes. The ownership is asked for and not the token's consumer_prefix, which may be old.
    private static bool HarRett(ValidatedToken token, string? scope, Tilgangskontroll tilgang) =>
        (token.Scopes.Contains(Alle) && tilgang.Scope(token.Konsument, Alle) is Scopesvar.Tillatt)
        || (scope is not null && tilgang.Prefikser(token.Konsument).Any(p => scope.StartsWith(p + ":", StringComparison.Ordinal)));

    private static string? Verdi(HttpContext http, string navn) =>
        http.Request.Query[navn].ToString() is { Length: > 0 } verdi ? verdi : null;

    private static bool Nummer(string? tekst, out Organisasjonsnummer? nummer)
    {
        nummer = tekst is not null && Organisasjonsnummer.TryParse(tekst, out var lest) ? lest : null;
        return tekst is null || nummer is not null;
    }

    private static Problemsvar UgyldigNummer(string sti) =>
        Problemsvar.Av(StatusCodes.Status400BadRequest, Administrasjonsfeilkoder.UgyldigOrganisasjonsnummer, sti: sti);

    private static object Kropp(Delegering delegering) => new
    {
        consumer_org = delegering.Konsument.ToWire(),
        supplier_org = delegering.Leverandoer.ToWire(),
        delegation_scheme_Id = DelegerbartApi.SkjemaId(delegering.Scope),
        scopes = new[] { delegering.Scope },
        created = delegering.Gitt.UtcDateTime,
        resourceid = DelegerbartApi.Ressurs(delegering.Scope),
    };
}

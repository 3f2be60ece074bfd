using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Scopetilganger;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using static Felles.Tilgang.Contracts.Selvbetjeningsruter;
using static Felles.Tilgang.Endring.Administrasjonsparametre;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Felles.Tilgang.Selvbetjening;

/// <summary><c>/scopes/access</c>: to whom an owner has granted its scopes, and what a consumer has received.</summary>
internal sealed class Tilgangsselvbetjening(Tilgangsforvaltning forvaltning, Scopetilgangslister lister, Tilgangskontroll tilgang)
{
    public static void Map(Selvbetjeningsruter ruter)
    {
        ruter.Rute("PUT", "/scopes/access/{orgnr}", (HttpContext http, Tilgangsselvbetjening s) => s.GiAsync(http),
            "access-grant", "Grants one of the organisation's scopes to a consumer: APPROVED.", Scopeselvbetjening.Skriving);
        ruter.Rute("DELETE", "/scopes/access/{orgnr}", (HttpContext http, Tilgangsselvbetjening s) => s.TrekkAsync(http),
            "access-deny", "Takes the grant away: DENIED; the record stays.", Scopeselvbetjening.Skriving);
        ruter.Rute("GET", "/scopes/access", (HttpContext http, Tilgangsselvbetjening s) => s.GitteAsync(http),
            "access-list", "Grants of the organisation's scopes; with owner_orgno of another, those received from it.",
            Scopeselvbetjening.Lesing, Scopeselvbetjening.Skriving);
        ruter.Rute("GET", "/scopes/access/all", (HttpContext http, Tilgangsselvbetjening s) => s.MottatteAsync(http),
            "access-received", "Every grant that the organisation has received.", Scopeselvbetjening.Lesing, Scopeselvbetjening.Skriving);
    }

    private async Task<IResult> GiAsync(HttpContext http)
    {
        if (!Egnet(http, out var konsument, out var scope, out var avslag)) return avslag!;
        return Svar(await forvaltning.GiScopeAsync(konsument, scope, Aktoer(http), http.RequestAborted));
    }

    private async Task<IResult> TrekkAsync(HttpContext http)
    {
        if (!Egnet(http, out var konsument, out var scope, out var avslag)) return avslag!;
        if ((await lister.ForEierAsync(Egen(http), scope, konsument, http.RequestAborted)).Count == 0)
            return Problemsvar.Av(Status404NotFound, Tilgangsfeilkoder.TilgangFinnesIkke, sti: "orgnr");
        return Svar(await forvaltning.TrekkScopeAsync(konsument, scope, Aktoer(http), http.RequestAborted));
    }

    private async Task<IResult> GitteAsync(HttpContext http)
    {
        string? scope = null;
        if (http.Request.Query.ContainsKey("scope") && !Scopeparameter(http, out scope, out var avslag)) return avslag!;
        if (!Valgfri(http, "consumer_orgno", out var konsument, out avslag) || !Valgfri(http, "owner_orgno", out var eier, out avslag))
            return avslag!;
        var egen = Egen(http);
        var funnet = eier is null || eier == egen
            ? await lister.ForEierAsync(egen, scope, konsument, http.RequestAborted)
            // Of another owner only what concerns oneself.
            : konsument is null || konsument == egen ? await lister.ForEierAsync(eier.Value, scope, egen, http.RequestAborted)
            : [];
        return Liste(funnet, Satt(http, "inactive"));
    }

    private async Task<IResult> MottatteAsync(HttpContext http) =>
        Liste(await lister.ForVirksomhetAsync(Egen(http), http.RequestAborted), Satt(http, "inactive"));

    /// <summary>The consumer of the address, and a scope that the caller owns.</summary>
    private bool Egnet(HttpContext http, out Organisasjonsnummer konsument, out string scope, out Problemsvar? avslag)
    {
        scope = "";
        if (!Virksomhet(http, out konsument, out avslag) || !Scopeparameter(http, out scope, out avslag)) return false;
        var egen = Egen(http);
        var funnet = tilgang.FinnScope(scope);
        avslag = funnet is null || (funnet.Eier != egen && funnet.Synlighet != Synlighet.Public)
            ? Problemsvar.Av(Status404NotFound, Tilgangsfeilkoder.UkjentScope, sti: "scope")
            : funnet.Eier != egen ? Problemsvar.Av(Status403Forbidden, Tilgangsfeilkoder.AnnensScope, sti: "scope")
            : null;
        return avslag is null;
    }

    private static bool Valgfri(HttpContext http, string navn, out Organisasjonsnummer? nummer, out Problemsvar? avslag)
    {
        var tekst = http.Request.Query[navn].ToString();
        nummer = Organisasjonsnummer.TryParse(tekst, out var lest) ? lest : null;
        avslag = nummer is null && tekst.Length > 0
            ? Problemsvar.Av(Status400BadRequest, Administrasjonsfeilkoder.UgyldigOrganisasjonsnummer, sti: navn)
            : null;
        return avslag is null;
    }

    private IResult Svar(Endringssvar<Scopetilgang> svar) => svar.Match<IResult>(
        utfoert => TypedResults.Ok(Kropp(utfoert.Tilstand)),
        avvist => Problemsvar.Av(Status404NotFound, avvist.Funn));

    private Ok<IEnumerable<object>> Liste(List<Scopetilgang> tilganger, bool inaktive) =>
        TypedResults.Ok(tilganger.Where(t => inaktive || t.Status != Tilgangsstatus.Denied).Select(Kropp));

    private object Kropp(Scopetilgang post) => new
    {
        scope = post.Scope,
        state = Scopetilgangslister.Tekst(post.Status),
        prefix = (string?)null,
        consumer_orgno = post.Virksomhet.ToWire(),
        owner_orgno = tilgang.FinnScope(post.Scope)?.Eier?.ToWire(),
        created = Tid(post.Opprettet),
        last_updated = Tid(post.Endret),
    };
}

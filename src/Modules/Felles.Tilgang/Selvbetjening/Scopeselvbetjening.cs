using Felles.Kernel.Feil;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Scopes;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using static Felles.Tilgang.Contracts.Selvbetjeningsruter;
using static Felles.Tilgang.Endring.Administrasjonsparametre;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Felles.Tilgang.Selvbetjening;

/// <summary><c>/scopes</c>: an owner's scopes. The scope is a query parameter because scopes hold slashes; nothing is deleted.</summary>
internal sealed class Scopeselvbetjening(Scopelager lager, Scopeendring endring, Tilgangskontroll tilgang, IOptions<FellesOptions> valg)
{
    public const string Lesing = "idporten:scopes.read";
    public const string Skriving = "idporten:scopes.write";

    private readonly Miljoe miljoe = valg.Value.Miljoe;

    public static void Map(Selvbetjeningsruter ruter)
    {
        ruter.Rute("GET", "/scopes/all", (HttpContext http, Scopeselvbetjening s) => s.OffentligeAsync(http),
            "scopes-all", "Every public scope; prefix, inactive and accessible_for_all choose among them. Open to all.");
        ruter.Rute("GET", "/scopes", (HttpContext http, Scopeselvbetjening s) => s.LesAsync(http),
            "scopes-list", "The organisation's own scopes (inactive=true for all of them), or the one named by scope.", Lesing, Skriving);
        ruter.Rute("POST", "/scopes", (HttpContext http, Scopeselvbetjening s) => s.OpprettAsync(http),
            "scopes-create", "Makes a scope of a prefix that the organisation owns.", Skriving);
        ruter.Rute("PUT", "/scopes", (HttpContext http, Scopeselvbetjening s) => s.EndreAsync(http),
            "scopes-update", "Puts another definition in place of the scope's; the name stays.", Skriving);
        ruter.Rute("DELETE", "/scopes", (HttpContext http, Scopeselvbetjening s) => s.DeaktiverAsync(http),
            "scopes-deactivate", "Deactivates the scope; consumers keep their grants.", Skriving);
    }

    private async Task<IResult> OffentligeAsync(HttpContext http)
    {
        var prefiks = http.Request.Query["prefix"].ToString();
        var (inaktive, forAlle) = (Satt(http, "inactive"), Satt(http, "accessible_for_all"));
        var alle = await lager.ListeAsync(null, null, http.RequestAborted);
        return Liste(alle.Where(p => p.Scope.Synlighet == Synlighet.Public
            && (inaktive || p.Scope.Aktiv)
            && (!forAlle || p.Scope.TilgjengeligForAlle)
            && (prefiks.Length == 0 || p.Scope.Prefix == prefiks)));
    }

    private async Task<IResult> LesAsync(HttpContext http)
    {
        var egen = Egen(http);
        if (!http.Request.Query.ContainsKey("scope"))
        {
            var inaktive = Satt(http, "inactive");
            return Liste((await lager.ListeAsync(egen, null, http.RequestAborted)).Where(p => inaktive || p.Scope.Aktiv));
        }

        if (!Scopeparameter(http, out var navn, out var avslag)) return avslag!;
        var funnet = (await lager.ListeAsync(null, navn, http.RequestAborted)).FirstOrDefault();
        return funnet is not null && Synes(funnet.Scope, egen) ? TypedResults.Ok(Scopekropp.Av(funnet, miljoe)) : Ukjent();
    }

    private async Task<IResult> OpprettAsync(HttpContext http)
    {
        var (kropp, avslag) = await Jsonkropp.LesAsync(http);
        if (kropp is null) return avslag!;
        kropp.Overse("name");
        var (prefix, subscope) = (kropp.Tekst("prefix", 50), kropp.Tekst("subscope", 200));
        var egen = Egen(http);
        var scope = Scopekropp.Les(kropp, miljoe) with { Prefix = prefix, Subscope = subscope, Eier = egen };
        if (kropp.Feil is { } feil) return feil;
        return await SvarAsync(
            http,
            await endring.LagreAsync(
                scope,
                (gammel, prefiks) => prefiks?.Eier != egen ? Funn(Tilgangsfeilkoder.AnnensPrefiks, "prefix")
                    : gammel is not null ? Funn(Tilgangsfeilkoder.ScopeFinnes, "subscope")
                    : null,
                Aktoer(http),
                http.RequestAborted),
            opprettet: true);
    }

    private async Task<IResult> EndreAsync(HttpContext http)
    {
        if (!Scopeparameter(http, out var navn, out var avslag)) return avslag!;
        var (kropp, ulest) = await Jsonkropp.LesAsync(http);
        if (kropp is null) return ulest!;
        var egen = Egen(http);
        var deler = navn.Split(':', 2);
        if (deler.Length < 2) return Ukjent();
        foreach (var (medlem, verdi) in new[] { ("name", navn), ("prefix", deler[0]), ("subscope", deler[1]) })
        {
            if (kropp.ValgfriTekst(medlem, 256) is { } sendt && sendt != verdi)
                kropp.Avvis(Tilgangsfeilkoder.ScopenavnFast, medlem, "Make another scope instead.");
        }

        var scope = Scopekropp.Les(kropp, miljoe) with { Prefix = deler[0], Subscope = deler[1], Eier = egen };
        if (kropp.Feil is { } feil) return feil;
        return await SvarAsync(
            http,
            await endring.LagreAsync(scope, (gammel, _) => Hinder(gammel, egen), Aktoer(http), http.RequestAborted),
            opprettet: false);
    }

    private async Task<IResult> DeaktiverAsync(HttpContext http)
    {
        if (!Scopeparameter(http, out var navn, out var avslag)) return avslag!;
        var egen = Egen(http);
        return await SvarAsync(
            http, await endring.DeaktiverAsync(navn, gammel => Hinder(gammel, egen), Aktoer(http), http.RequestAborted), opprettet: false);
    }

    private async Task<IResult> SvarAsync(HttpContext http, Endringssvar<Scope> svar, bool opprettet)
    {
        if (svar is not Endringssvar<Scope>.Utfoert { Tilstand: var scope })
            return svar.Match(_ => throw new InvalidOperationException("It was done."), avvist => Avvist(avvist.Funn));
        var post = (await lager.ListeAsync(null, scope.Navn, http.RequestAborted))[0];
        var kropp = Scopekropp.Av(post, miljoe);
        return opprettet ? TypedResults.Created($"{Rot}/scopes?scope={Uri.EscapeDataString(scope.Navn)}", kropp) : TypedResults.Ok(kropp);
    }

    /// <summary>What a foreign scope is told as depends on whether the caller may know that it exists.</summary>
    private Funn? Hinder(Scope? gammel, Organisasjonsnummer egen) =>
        gammel is null || !Synes(gammel, egen) ? Funn(Tilgangsfeilkoder.UkjentScope, "scope")
        : gammel.Eier != egen ? Funn(Tilgangsfeilkoder.AnnensScope, "scope")
        : null;

    private bool Synes(Scope scope, Organisasjonsnummer egen) =>
        scope.Eier == egen || scope.Synlighet == Synlighet.Public
        || (scope.Synlighet == Synlighet.Private && tilgang.Scope(egen, scope.Navn) is Scopesvar.Tillatt);

    private Ok<IEnumerable<object>> Liste(IEnumerable<Scopepost> poster) => TypedResults.Ok(poster.Select(p => Scopekropp.Av(p, miljoe)));

    private static Funn Funn(Feilkode kode, string sti) => new(kode, sti, kode.Tekst);

    private static Problemsvar Ukjent() => Problemsvar.Av(Status404NotFound, Tilgangsfeilkoder.UkjentScope, sti: "scope");

    private static Problemsvar Avvist(Funn funn) => Problemsvar.Av(
        funn.Feil == Tilgangsfeilkoder.UkjentScope ? Status404NotFound
        : funn.Feil == Tilgangsfeilkoder.AnnensScope || funn.Feil == Tilgangsfeilkoder.AnnensPrefiks ? Status403Forbidden
        : funn.Feil == Tilgangsfeilkoder.ScopeFinnes ? Status409Conflict
        : Status400BadRequest,
        funn);
}

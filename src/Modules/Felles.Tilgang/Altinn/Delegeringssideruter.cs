using Felles.Enhetsregister.Contracts;
using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Contracts;
using Felles.Tilgang.Delegeringer;
using Felles.Web.Scopevern;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Felles.Tilgang.Altinn.Sluttbrukerkall;

namespace Felles.Tilgang.Altinn;

/// <summary>
/// What both sides of a delegation may do with it: see it and end it (Altinn, access management, end user). A consumer's list is of its
/// <c>maskinportensuppliers</c>, a supplier's of its <c>maskinportenconsumers</c>.
/// </summary>
internal sealed class Delegeringssideruter(Delegeringsside side)
{
    private readonly bool konsument = side == Delegeringsside.Konsument;

    /// <summary>The path of this side, and the start of its scopes.</summary>
    public string Navn => konsument ? "maskinportensuppliers" : "maskinportenconsumers";

    private string Annenpart => konsument ? "supplier" : "consumer";

    public string Lesing => $"altinn:accessmanagement/enduser:{Navn}.read";

    public string Skriving => $"altinn:accessmanagement/enduser:{Navn}.write";

    public void Map(RouteGroupBuilder altinn)
    {
        var sti = "/enduser/" + Navn;
        altinn.MapGet(sti, KoblingerAsync).KreverScope(Lesing, Skriving)
            .WithName($"altinn-{Navn}-list").WithSummary($"The {Annenpart}s of party, or one of them.").Produces(StatusCodes.Status200OK);
        altinn.MapDelete(sti, FjernAsync).KreverScope(Skriving)
            .WithName($"altinn-{Navn}-remove")
            .WithSummary($"Ends the connection with the {Annenpart}; with cascade=true all its delegations too.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status400BadRequest);
        altinn.MapGet(sti + "/resources", RessurserAsync).KreverScope(Lesing, Skriving)
            .WithName($"altinn-{Navn}-resources").WithSummary($"The APIs delegated between party and its {Annenpart}s.")
            .Produces(StatusCodes.Status200OK);
        altinn.MapDelete(sti + "/resources", AvsluttAsync).KreverScope(Skriving)
            .WithName($"altinn-{Navn}-revoke").WithSummary("Ends one delegation.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private async Task<IResult> KoblingerAsync(HttpContext http, Delegeringslister lister, Enheter enheter)
    {
        if (!Egen(http, out var egen, out var avslag) || !Annen(http, Annenpart, false, out var annen, out avslag)) return avslag!;
        var (fra, til) = Parter(egen, annen);
        var delegert = await lister.FinnAsync(new(fra, til), http.RequestAborted);
        var koblet = await lister.KoblingerAsync(fra, til, http.RequestAborted);
        List<object> svar = [];
        foreach (var nummer in delegert.Select(d => konsument ? d.Leverandoer : d.Konsument)
            .Union(koblet.Select(k => konsument ? k.Leverandoer : k.Konsument)).Order())
        {
            svar.Add(new { party = Partkropp(nummer, await enheter.FinnAsync(nummer, http.RequestAborted)), role = Annenpart });
        }

        return TypedResults.Ok(svar);
    }

    private async Task<IResult> FjernAsync(HttpContext http, Leverandoerendring endring)
    {
        if (!Egen(http, out var egen, out var avslag)
            || !Annen(http, Annenpart, true, out var annen, out avslag)
            || !Flagg(http, "cascade", out var alt, out avslag)) return avslag!;
        var (fra, til) = Parter(egen, annen);
        var svar = await endring.FjernAsync(fra!.Value, til!.Value, alt, side, Aktoer(http), http.RequestAborted);
        return svar.Match<IResult>(_ => TypedResults.NoContent(), Avvist);
    }

    private async Task<IResult> RessurserAsync(HttpContext http, Delegeringslister lister, Tilgangskontroll tilgang)
    {
        if (!Egen(http, out var egen, out var avslag)
            || !Annen(http, Annenpart, false, out var annen, out avslag)
            || !Ressurs(http, false, tilgang, out var scope, out avslag)) return avslag!;
        var (fra, til) = Parter(egen, annen);
        var delegert = await lister.FinnAsync(new(fra, til, scope?.Navn), http.RequestAborted);
        return TypedResults.Ok(delegert.Select(d => new
        {
            resource = Api(tilgang.FinnScope(d.Scope)!),
            consumer = d.Konsument.ToWire(),
            supplier = d.Leverandoer.ToWire(),
            created = d.Gitt.UtcDateTime,
        }));
    }

    private async Task<IResult> AvsluttAsync(HttpContext http, Tilgangsforvaltning forvaltning, Tilgangskontroll tilgang)
    {
        if (!Egen(http, out var egen, out var avslag)
            || !Annen(http, Annenpart, true, out var annen, out avslag)
            || !Ressurs(http, true, tilgang, out var scope, out avslag)) return avslag!;
        var (fra, til) = Parter(egen, annen);
        var svar = await forvaltning.AvsluttDelegeringAsync(
            fra!.Value, til!.Value, scope!.Navn, side, Aktoer(http), http.RequestAborted);
        return svar.Match<IResult>(_ => TypedResults.NoContent(), Avvist);
    }

    private (Organisasjonsnummer? Fra, Organisasjonsnummer? Til) Parter(Organisasjonsnummer egen, Organisasjonsnummer? annen) =>
        konsument ? (egen, annen) : (annen, egen);

    private static object Partkropp(Organisasjonsnummer nummer, Enhet? enhet) => new
    {
        id = Part(nummer),
        name = enhet?.Navn,
        type = "Organisasjon",
        variant = enhet?.Organisasjonsform?.Kode,
        organizationIdentifier = nummer.ToWire(),
    };
}

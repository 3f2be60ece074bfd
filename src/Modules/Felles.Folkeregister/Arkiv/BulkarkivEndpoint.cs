using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Arkiv;

/// <summary>
/// POST personer/bulkoppslag/arkiv: up to 1 000 documents. Ids that are unknown, or whose document is deleted, are left out and each id is
/// answered once, as bulkoppslag does of numbers.
/// </summary>
internal sealed class BulkarkivEndpoint(Tjeneste tjeneste, Kallvakt vakt, Arkivoppslag arkiv, Utvalg utvalg)
{
    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Arkivoppslag arkiv, Pakkeplaner planer)
    {
        foreach (var tjeneste in Tjeneste.Finn("bulkarkiv", Oppslagstype.Bulkoppslag))
        {
            var endpoint = new BulkarkivEndpoint(tjeneste, vakt, arkiv, new Utvalg(tjeneste.Pakke, planer));
            ruter.MapPost(tjeneste.Rute, (RequestDelegate)endpoint.KjoerAsync)
                .Beskriv(
                    tjeneste, "Oppslag på opp til 1 000 arkiverte persondokumenter", Parametre, Personeksempler.Bulkarkiv,
                    400, 401, 403, 406, 413, 415);
            ruter.MapMethods(tjeneste.Rute, ["HEAD"], (RequestDelegate)(http => vakt.ProevAsync(http, tjeneste))).ExcludeFromDescription();
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneMedKroppAsync(http, tjeneste, out var kall, out var innhold);
        Pakkeplan? plan = null;
        avvisning ??= utvalg.Finn(kall, out plan);
        IReadOnlyList<Dokumentidentifikator>? ider = null;
        if (avvisning is null)
            (ider, avvisning) = await Meldingskropp.LesAsync(
                http, Listekropp.StoersteKropp, kropp => Dokumentbestilling.Les(kropp, innhold!.Value));
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        await SvarAsync(kall, plan!, ider!);
    }

    private static void Parametre([FromQuery] string[]? part) => _ = part;

    private async Task SvarAsync(Kall kall, Pakkeplan plan, IReadOnlyList<Dokumentidentifikator> ider)
    {
        var spurt = ider.Select(id => (Id: id, Noekkel: Dokumentnoekkel.Les(id)))
            .Where(en => en.Noekkel is not null).Select(en => (en.Id, Noekkel: en.Noekkel!.Value)).ToArray();
        var funnet = spurt.Length == 0 ? [] : await arkiv.LesAsync([.. spurt.Select(en => en.Noekkel)], kall.Http.RequestAborted);
        using var svar = new Bulkarkivsvar(plan, kall.Format);
        foreach (var (id, noekkel) in spurt)
        {
            if (funnet[noekkel] is Arkivsvar.Funnet dokument)
                svar.Legg(id, dokument);
        }

        svar.Avslutt();
        await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", svar.Elementgrupper, svar.Personer, svar.Dokumenter);
        await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, svar.Svar);
    }
}

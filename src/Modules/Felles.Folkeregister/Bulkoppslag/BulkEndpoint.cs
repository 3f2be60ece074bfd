using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Felles.Folkeregister.Bulkoppslag;

/// <summary>POST personer/bulkoppslag: up to 1 000 persons, one look-up log entry with all of them.</summary>
internal sealed class BulkEndpoint(Tjeneste tjeneste, Kallvakt vakt, Personoppslag personer, Utvalg utvalg)
{
    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Personoppslag personer, Pakkeplaner planer)
    {
        foreach (var tjeneste in Tjeneste.Finn("bulkoppslag", Oppslagstype.Bulkoppslag))
        {
            var endpoint = new BulkEndpoint(tjeneste, vakt, personer, new Utvalg(tjeneste.Pakke, planer));
            ruter.MapPost(tjeneste.Rute, (RequestDelegate)endpoint.KjoerAsync)
                .Beskriv(tjeneste, "Oppslag på opp til 1 000 personer", Parametre, Personeksempler.Bulk, 400, 401, 403, 406, 413, 415);
            ruter.MapMethods(tjeneste.Rute, ["HEAD"], (RequestDelegate)(http => vakt.ProevAsync(http, tjeneste))).ExcludeFromDescription();
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneMedKroppAsync(http, tjeneste, out var kall, out var innhold);
        Pakkeplan? plan = null;
        avvisning ??= utvalg.Finn(kall, out plan);
        var somBestilt = false;
        avvisning ??= LesSomBestilt(http.Request.QueryString.Value, out somBestilt);
        Bulkbestilling? bestilling = null;
        if (avvisning is null)
            (bestilling, avvisning) = await Meldingskropp.LesAsync(
                http, Listekropp.StoersteKropp, kropp => Bulkbestilling.Les(kropp, innhold!.Value));
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        using var svar = new Bulksvar(plan!, kall.Format, bestilling!.Numre.Count, somBestilt);
        await personer.LesMangeAsync(new HashSet<long>(bestilling.Numre), svar, http.RequestAborted);
        svar.Ferdigstill(bestilling.Numre);
        await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", svar.Elementgrupper, svar.Personer, svar.Dokumenter);
        await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, svar.Svar);
    }

    private static void Parametre([FromQuery] string[]? part, [FromQuery] bool? somBestilt) => _ = (part, somBestilt);

    private static Avvisning? LesSomBestilt(string? spoerring, out bool somBestilt)
    {
        somBestilt = false;
        foreach (var par in new QueryStringEnumerable(spoerring))
        {
            if (par.DecodeName().Span.Equals("somBestilt", StringComparison.OrdinalIgnoreCase)
                && !bool.TryParse(par.DecodeValue().Span, out somBestilt))
                return Avvisning.UgyldigParameter("somBestilt skal være true eller false.");
        }

        return null;
    }
}

using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Uttrekk.Tilpasset;

/// <summary>
/// POST uttrekk/tilpasset: orders the numbers of all persons who fit the criteria. The order is JSON; there is no form of it in XML.
/// </summary>
internal sealed class TilpassetEndpoint(Tjeneste tjeneste, Kallvakt vakt, Uttrekksmottak mottak, bool flereKommuner)
{
    /// <summary>Every criterion and every municipality takes a hundredth of it.</summary>
    private const int StoersteKropp = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Uttrekksmottak mottak, FolkeregisterOptions valg)
    {
        foreach (var tjeneste in Tjeneste.Finn("uttrekk-tilpasset", Oppslagstype.Uttrekk))
        {
            var endpoint = new TilpassetEndpoint(tjeneste, vakt, mottak, valg.UttrekkFlereKommuner);
            ruter.MapPost(tjeneste.Rute, (RequestDelegate)endpoint.KjoerAsync)
                .Beskriv(
                    tjeneste, "Bestilling av tilpasset uttrekk", Parametre, Uttrekkseksempler.Tilpasset, 400, 401, 403, 406, 413, 415, 429);
            ruter.MapMethods(tjeneste.Rute, ["HEAD"], (RequestDelegate)(http => mottak.ProevAsync(http, tjeneste)))
                .ExcludeFromDescription();
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneAsync(http, tjeneste, out var kall);
        if (avvisning is null && Meldingskropp.Form(http.Request.ContentType) != Svarformat.Json)
            avvisning = Avvisning.UgyldigMediatype("Content-Type skal være application/json.");
        Uttrekkskriterier? kriterier = null;
        if (avvisning is null)
            (kriterier, avvisning) = await Meldingskropp.LesAsync(
                http, StoersteKropp, kropp => Kriterieleser.Les(kropp, flereKommuner));
        if (avvisning is null)
            await mottak.BestillAsync(kall, Uttrekksslag.Tilpasset, 0, kriterier!.Skriv());
        else
            await vakt.AvvisAsync(kall, avvisning);
    }

    private static void Parametre()
    {
    }
}

using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Oppslag;

/// <summary>
/// GET and HEAD personer/{personidentifikator}: one person as the package may see it. A plain request delegate: what the framework's
/// parameter binding costs is more than the look-up itself.
/// </summary>
internal sealed class OppslagEndpoint(Tjeneste tjeneste, Kallvakt vakt, Personoppslag personer, Utvalg utvalg)
{
    private const string Parameter = "personidentifikator";

    private static readonly string[] Metoder = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Personoppslag personer, Pakkeplaner planer)
    {
        foreach (var tjeneste in Tjeneste.Finn("oppslag", Oppslagstype.Enkeltoppslag))
        {
            var endpoint = new OppslagEndpoint(tjeneste, vakt, personer, new Utvalg(tjeneste.Pakke, planer));
            ruter.MapMethods(tjeneste.Rute, Metoder, (RequestDelegate)endpoint.KjoerAsync)
                .Beskriv(tjeneste, "Oppslag på én person", Parametre, Personeksempler.Person, 400, 401, 403, 404, 406);
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneAsync(http, tjeneste, out var kall);
        Folkeregisteridentifikator id = default;
        Pakkeplan? plan = null;
        avvisning ??= LesInn(kall, out id, out plan);
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        using var person = new Enkeltperson(plan!, kall.Format);
        if (!await personer.LesAsync(id.Value, person, CancellationToken.None))
        {
            await vakt.AvvisAsync(kall, Avvisning.UkjentPerson);
            return;
        }

        await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", person.Elementgrupper, person.Personer, person.Dokumenter);
        await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, person.Svar);
    }

    private static void Parametre(string personidentifikator, [FromQuery] string[]? part) => _ = (personidentifikator, part);

    private Avvisning? LesInn(Kall kall, out Folkeregisteridentifikator id, out Pakkeplan? plan)
    {
        plan = null;
        var tekst = kall.Http.Request.RouteValues[Parameter] as string;
        return Folkeregisteridentifikator.TryParse(tekst.AsSpan(), out id, out var feil)
            ? utvalg.Finn(kall, out plan)
            : Nummerfeil.Avvisning(feil);
    }
}

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

namespace Felles.Folkeregister.Arkiv;

/// <summary>
/// GET and HEAD personer/arkiv/{dokumentidentifikator}: the person as it looked right after the event that made the document.
/// </summary>
internal sealed class ArkivEndpoint(Tjeneste tjeneste, Kallvakt vakt, Arkivoppslag arkiv, Utvalg utvalg)
{
    private const string Parameter = "dokumentidentifikator";

    private static readonly string[] Metoder = ["GET", "HEAD"];

    private static readonly Avvisning SlettetDokument = Avvisning.UgyldigParameter(
        "Persondokumentet har vært historisk i mer enn tre år og er slettet.", "slettetDokument");

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Arkivoppslag arkiv, Pakkeplaner planer)
    {
        foreach (var tjeneste in Tjeneste.Finn("arkiv", Oppslagstype.Enkeltoppslag))
        {
            var endpoint = new ArkivEndpoint(tjeneste, vakt, arkiv, new Utvalg(tjeneste.Pakke, planer));
            ruter.MapMethods(tjeneste.Rute, Metoder, (RequestDelegate)endpoint.KjoerAsync)
                .Beskriv(tjeneste, "Oppslag på ett arkivert persondokument", Parametre, Personeksempler.Arkiv, 400, 401, 403, 404, 406);
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneAsync(http, tjeneste, out var kall);
        Dokumentidentifikator id = default;
        avvisning ??= Dokumentadresse.Les(http, Parameter, out id);
        Pakkeplan? plan = null;
        avvisning ??= utvalg.Finn(kall, out plan);
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        var svar = Arkivsvar.ErUkjent;
        if (Dokumentnoekkel.Les(id) is { } noekkel)
            svar = (await arkiv.LesAsync([noekkel], http.RequestAborted))[noekkel];
        await svar.Match(
            funnet => LeverAsync(kall, plan!, id, funnet),
            () => vakt.AvvisAsync(kall, SlettetDokument),
            () => vakt.AvvisAsync(kall, Dokumentadresse.Ukjent));
    }

    private static void Parametre(string dokumentidentifikator, [FromQuery] string[]? part) => _ = (dokumentidentifikator, part);

    private async Task LeverAsync(Kall kall, Pakkeplan plan, Dokumentidentifikator id, Arkivsvar.Funnet funnet)
    {
        var buffer = Svarbuffer.Lei();
        try
        {
            if (kall.Format == Svarformat.Xml)
                buffer.Skriv("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"u8);
            var elementer = Personsvar.Skriv(plan, funnet.Dokument, funnet.Indeks, kall.Format, buffer);
            await vakt.LoggAsync(
                kall, StatusCodes.Status200OK, "ok", elementer, new[] { funnet.Personnoekkel }, new[] { id });
            await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, buffer.Skrevet);
        }
        finally
        {
            buffer.LeverTilbake();
        }
    }
}

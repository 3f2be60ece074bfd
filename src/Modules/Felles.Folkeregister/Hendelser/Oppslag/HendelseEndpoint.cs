using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Hendelser.Oppslag;

/// <summary>GET and HEAD hendelser/{hendelsesidentifikator}: what one event changed. Offentlig med hjemmel alone.</summary>
internal sealed class HendelseEndpoint(Tjeneste tjeneste, Kallvakt vakt, Hendelseslager lager)
{
    private const string Parameter = "hendelsesidentifikator";

    private static readonly string[] Metoder = ["GET", "HEAD"];

    private static readonly Avvisning ForGammel = Avvisning.UgyldigParameter(
        $"Hendelsesdokumentet er eldre enn {Hendelsesfrist.Maaneder} måneder og er slettet.", "dokumentSlettet");

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Hendelseslager lager)
    {
        foreach (var tjeneste in Tjeneste.Finn("hendelse", Oppslagstype.Hendelser))
        {
            ruter.MapMethods(tjeneste.Rute, Metoder, (RequestDelegate)new HendelseEndpoint(tjeneste, vakt, lager).KjoerAsync)
                .Beskriv(tjeneste, "Hendelsesdokument", Parametre, Hendelseseksempler.Dokument, 400, 401, 403, 404, 406);
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneAsync(http, tjeneste, out var kall);
        var id = default(Dokumentidentifikator);
        avvisning ??= Dokumentadresse.Les(http, Parameter, out id);
        var funn = default(Hendelsesfunn);
        if (avvisning is null)
        {
            funn = await lager.FinnAsync(id, http.RequestAborted);
            avvisning = funn.ForGammel ? ForGammel : funn.Dokument is null ? Dokumentadresse.Ukjent : null;
        }

        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        var svar = Svarbuffer.Lei();
        try
        {
            if (kall.Format == Svarformat.Xml)
            {
                svar.Skriv("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"u8);
                Hendelsesxml.Skriv(funn.Dokument, svar);
            }
            else
            {
                svar.Skriv(funn.Dokument);
            }

            await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", funn.Elementer, new[] { funn.Personnoekkel }, new[] { id });
            await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, svar.Skrevet);
        }
        finally
        {
            svar.LeverTilbake();
        }
    }

    private static void Parametre(string hendelsesidentifikator) => _ = hendelsesidentifikator;
}

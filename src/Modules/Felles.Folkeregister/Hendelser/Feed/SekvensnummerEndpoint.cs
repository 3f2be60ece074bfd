using System.Text;
using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>
/// GET and HEAD hendelser/siste/sekvensnummer: the number of the last event that the package sees, 0 when there is none. A bare number in
/// JSON and text (news of 2022-04-07).
/// </summary>
internal sealed class SekvensnummerEndpoint(Tjeneste tjeneste, Kallvakt vakt, Feedende ende)
{
    private static readonly string[] Metoder = ["GET", "HEAD"];

    private static readonly string[] Typer = ["application/json", "text/plain", "application/xml"];

    private static readonly Avvisning UgyldigAccept = new(
        406, Folkeregisterfeilkoder.UgyldigAcceptHendelser, Folkeregisterfeilkoder.UgyldigAcceptHendelser.Tekst,
        Folkeregisterfeilkoder.UgyldigAcceptHendelser.Kode);

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Feedende ende)
    {
        foreach (var tjeneste in Tjeneste.Finn("siste-sekvensnummer", Oppslagstype.Hendelser))
        {
            ruter.MapMethods(tjeneste.Rute, Metoder, (RequestDelegate)new SekvensnummerEndpoint(tjeneste, vakt, ende).KjoerAsync)
                .Beskriv(tjeneste, "Siste sekvensnummer", Parametre, Hendelseseksempler.Sekvensnummer(Typer), 401, 403, 406);
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var form = Medietypevalg.Velg(http.Request.Headers.Accept, Typer);
        var kall = new Kall(http, tjeneste) { Format = form == 2 ? Svarformat.Xml : Svarformat.Json };
        var avvisning = await vakt.SlippInnAsync(kall);
        if (avvisning is null && form < 0)
            avvisning = UgyldigAccept;
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        var siste = (await ende.SisteAjourAsync(tjeneste.Pakke, http.RequestAborted)).Sekvensnummer;
        var tekst = form == 2
            ? $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Sekvensnummer><sekvensnummer>{siste}</sekvensnummer></Sekvensnummer>"
            : $"{siste}";
        await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", 0, default, default);
        await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, Encoding.ASCII.GetBytes(tekst), Typer[form], merke: null);
    }

    private static void Parametre()
    {
    }
}

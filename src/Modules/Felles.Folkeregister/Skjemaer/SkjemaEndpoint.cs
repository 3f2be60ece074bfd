using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Skjemaer;

/// <summary>GET and HEAD personer/xsd, hendelser/xsd and hendelser/feedxsd: the schema of the answers, the same in every package.</summary>
internal sealed class SkjemaEndpoint(Tjeneste tjeneste, Kallvakt vakt, Lazy<byte[]> skjema)
{
    private static readonly string[] Metoder = ["GET", "HEAD"];

    private static readonly Innhold Skjema = new() { Svarbeskrivelse = "XML-skjemaet.", Medietyper = ["application/xml"] };

    private static readonly Avvisning IkkeXml = Avvisning.UgyldigAccept with { Melding = "Skjemaet gis som application/xml." };

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt)
    {
        Map(ruter, vakt, "personskjema", "XML-skjema for personer", Xmlskjemaer.Person);
        Map(ruter, vakt, "hendelseskjema", "XML-skjema for hendelsesdokumenter", Xmlskjemaer.Hendelse);
        Map(ruter, vakt, "feedskjema", "XML-skjema for innholdet i hendelseslisten", Xmlskjemaer.Feed);
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var kall = new Kall(http, tjeneste) { Format = Formatvalg.Velg(http.Request.Headers.Accept) ?? Svarformat.Json };
        var avvisning = await vakt.SlippInnAsync(kall);
        if (avvisning is null && !Formatvalg.Tar(http.Request.Headers.Accept, "application/xml"))
            avvisning = IkkeXml;
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        kall.Format = Svarformat.Xml;
        await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", 0, default, default);
        await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, skjema.Value);
    }

    private static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, string navn, string sammendrag, Func<byte[]> lag)
    {
        // Made when first asked for: a start does not wait for what few ask for.
        var skjema = new Lazy<byte[]>(lag);
        // No person is concerned: the entry in the log tells that the organisation called, and nothing more.
        foreach (var tjeneste in Tjeneste.Finn(navn, Oppslagstype.Annet))
        {
            ruter.MapMethods(tjeneste.Rute, Metoder, (RequestDelegate)new SkjemaEndpoint(tjeneste, vakt, skjema).KjoerAsync)
                .Beskriv(tjeneste, sammendrag, Parametre, Skjema, 401, 403, 406);
        }
    }

    private static void Parametre()
    {
    }
}

using System.Globalization;
using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Felles.Folkeregister.Uttrekk.Komplett;

/// <summary>GET uttrekk/komplett: orders the document ids of everybody, as the register was at a sequence number of the feed.</summary>
internal sealed class KomplettEndpoint(Tjeneste tjeneste, Kallvakt vakt, Uttrekksmottak mottak, SequenceLog hendelser)
{
    private const string Parameter = "feedsekvensnr";

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Uttrekksmottak mottak, SequenceLog hendelser)
    {
        foreach (var tjeneste in Tjeneste.Finn("uttrekk-komplett", Oppslagstype.Uttrekk))
        {
            var endpoint = new KomplettEndpoint(tjeneste, vakt, mottak, hendelser);
            ruter.MapMethods(tjeneste.Rute, ["GET"], (RequestDelegate)endpoint.KjoerAsync)
                .Beskriv(tjeneste, "Bestilling av komplett uttrekk", Parametre, Uttrekkseksempler.Komplett, 400, 401, 403, 406, 429);
            ruter.MapMethods(tjeneste.Rute, ["HEAD"], (RequestDelegate)(http => mottak.ProevAsync(http, tjeneste)))
                .ExcludeFromDescription();
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneAsync(http, tjeneste, out var kall);
        long? nummer = null;
        avvisning ??= Les(http.Request.QueryString.Value, out nummer);
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        // Before the order is taken: who was there at the end of the line has a key by then.
        var siste = await hendelser.LastAsync(Personendring.Stroem, http.RequestAborted);
        await mottak.BestillAsync(kall, Uttrekksslag.Komplett, Math.Min(nummer ?? siste, siste), "");
    }

    private static void Parametre([FromQuery] long? feedsekvensnr) => _ = feedsekvensnr;

    private static Avvisning? Les(string? spoerring, out long? nummer)
    {
        nummer = null;
        foreach (var par in new QueryStringEnumerable(spoerring))
        {
            if (!par.DecodeName().Span.Equals(Parameter, StringComparison.OrdinalIgnoreCase))
                continue;
            if (nummer is not null)
                return Avvisning.UgyldigParameter($"{Parameter} er oppgitt mer enn én gang.");
            if (!long.TryParse(par.DecodeValue().Span, NumberStyles.None, CultureInfo.InvariantCulture, out var lest))
                return Avvisning.UgyldigParameter($"{Parameter} skal være et heltall fra 0.");
            nummer = lest;
        }

        return null;
    }
}

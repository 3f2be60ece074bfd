using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Soek;

/// <summary>
/// GET personer/soek: the numbers of all persons that fit. The criteria of this release – gender and year of birth – are open in every
/// package that has the service, so a hit tells nothing that the package may not see.
/// </summary>
internal sealed class SoekEndpoint(Tjeneste tjeneste, Kallvakt vakt, Persontreff persontreff)
{
    private static readonly string[] Metoder = ["GET", "HEAD"];

    private static readonly Avvisning ForMange = Avvisning.UgyldigParameter(
        $"Søket gir mer enn {Soekekriterier.MaksAlle} treff. Avgrens søket, eller bestill et uttrekk.", "forMangeTreff");

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Persontreff persontreff)
    {
        foreach (var tjeneste in Tjeneste.Finn("soek", Oppslagstype.Soek))
        {
            ruter.MapMethods(tjeneste.Rute, Metoder, (RequestDelegate)new SoekEndpoint(tjeneste, vakt, persontreff).KjoerAsync)
                .Beskriv(tjeneste, "Søk med treffliste", Parametre, Personeksempler.Soek, 400, 401, 403, 406);
        }
    }

    private static void Parametre(
        [FromQuery] string? kjoenn, [FromQuery] string? foedselsaarFraOgMed, [FromQuery] string? foedselsaarTilOgMed,
        [FromQuery] bool? inkluderDoede,
        [FromQuery] int? maksTreff) => _ = (kjoenn, foedselsaarFraOgMed, foedselsaarTilOgMed, inkluderDoede, maksTreff);

    public async Task KjoerAsync(HttpContext http)
    {
        var kall = new Kall(http, tjeneste);
        var format = Formatvalg.Velg(http.Request.Headers.Accept);
        kall.Format = format ?? Svarformat.Json;
        var avvisning = await vakt.SlippInnAsync(kall);
        if (avvisning is null && format is null)
            avvisning = Avvisning.UgyldigAccept;
        Soekekriterier? kriterier = null;
        if (avvisning is null)
            (kriterier, avvisning) = Soekekriterier.Les(http.Request.QueryString.Value);
        var treff = kriterier is null ? null : await persontreff.FinnAsync(kriterier, http.RequestAborted);
        if (treff is null)
        {
            await vakt.AvvisAsync(kall, avvisning ?? ForMange);
            return;
        }

        var personer = new long[treff.Count];
        for (var i = 0; i < personer.Length; i++)
            personer[i] = treff[i].Personnoekkel;
        var buffer = Svarbuffer.Lei();
        try
        {
            Soekesvar.Skriv(buffer, treff, kall.Format);
            await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", Soekesvar.Elementgrupper, personer, default);
            await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, buffer.Skrevet);
        }
        finally
        {
            buffer.LeverTilbake();
        }
    }
}

using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Soek.Kriterier;
using Felles.Folkeregister.Soek.Spoerring;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Soek;

/// <summary>
/// GET and HEAD personer/soek: the numbers of all persons that fit. Criteria match what the package may see and nothing else, so a hit
/// tells no more than an answer would.
/// </summary>
internal sealed class SoekEndpoint(Tjeneste tjeneste, Kallvakt vakt, Persontreff persontreff, Soekesyn syn, bool medBruksenhet)
{
    private static readonly string[] Metoder = ["GET", "HEAD"];

    private static readonly Avvisning ForMange = Avvisning.UgyldigParameter(
        $"Søket gir mer enn {Soekekriterier.MaksAlle} treff. Avgrens søket, eller bestill et uttrekk.", "forMangeTreff");

    public static void Map(
        IEndpointRouteBuilder ruter, Kallvakt vakt, Persontreff persontreff, Pakkeplaner planer, FolkeregisterOptions valg)
    {
        foreach (var tjeneste in Tjeneste.Finn("soek", Oppslagstype.Soek))
        {
            var endpoint = new SoekEndpoint(
                tjeneste, vakt, persontreff, new Soekesyn(planer.Regler(tjeneste.Pakke.Kode)), valg.SoekPaaBruksenhetsnummer);
            ruter.MapMethods(tjeneste.Rute, Metoder, (RequestDelegate)endpoint.KjoerAsync)
                .Beskriv(tjeneste, "Søk med treffliste", Parametre, Personeksempler.Soek, 400, 401, 403, 406);
        }
    }

    private static void Parametre(
        [FromQuery] string? navn, [FromQuery] string? kjoenn, [FromQuery] string? foedselsdato, [FromQuery] string? foedselsaarFraOgMed,
        [FromQuery] string? foedselsaarTilOgMed, [FromQuery] string? adressenavn, [FromQuery] string? husnummer,
        [FromQuery] string? postnummer, [FromQuery] string? kommunenummer, [FromQuery] string? fylkesnummer,
        [FromQuery] bool? inkluderOppholdsadresse, [FromQuery] bool? soekFonetisk, [FromQuery] bool? inkluderDoede,
        [FromQuery] string? opplysningsgrunnlag, [FromQuery] int? maksTreff) =>
        _ = (navn, kjoenn, foedselsdato, foedselsaarFraOgMed, foedselsaarTilOgMed, adressenavn, husnummer, postnummer, kommunenummer,
            fylkesnummer, inkluderOppholdsadresse, soekFonetisk, inkluderDoede, opplysningsgrunnlag, maksTreff);

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneAsync(http, tjeneste, out var kall);
        Soekekriterier? kriterier = null;
        if (avvisning is null)
            (kriterier, avvisning) = Trefflistekriterier.Les(http.Request.QueryString.Value, medBruksenhet);
        var treff = kriterier is null ? null : await persontreff.FinnAsync(kriterier, syn, Soekekriterier.MaksAlle, http.RequestAborted);
        if (treff is null)
        {
            await vakt.AvvisAsync(kall, avvisning ?? ForMange);
            return;
        }

        if (treff.Count > kriterier!.MaksTreff)
            treff.RemoveRange(kriterier.MaksTreff, treff.Count - kriterier.MaksTreff);
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

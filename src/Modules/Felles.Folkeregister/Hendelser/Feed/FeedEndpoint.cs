using System.Globalization;
using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Tid;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>
/// GET and HEAD hendelser/feed: the next thousand events from a number on that the package sees ("Hendelsesliste", Skatteetaten). One line
/// of numbers for the register, so a package's numbers have gaps.
/// </summary>
internal sealed class FeedEndpoint(
    Tjeneste tjeneste, Kallvakt vakt, Feedleser leser, Feedregler regler, Feedende ende, Registerklokke klokke)
{
    private static readonly string[] Metoder = ["GET", "HEAD"];

    // In the order of Feedform.
    private static readonly string[] Typer = ["application/json", "application/atom+xml", "application/xml"];

    private static readonly Avvisning UgyldigAccept = new(
        406, Folkeregisterfeilkoder.UgyldigAcceptHendelser, Folkeregisterfeilkoder.UgyldigAcceptHendelser.Tekst,
        Folkeregisterfeilkoder.UgyldigAcceptHendelser.Kode);

    private static readonly Avvisning ForGammelt = new(
        406, Folkeregisterfeilkoder.UgyldigSekvensnummer, Folkeregisterfeilkoder.UgyldigSekvensnummer.Tekst,
        Folkeregisterfeilkoder.UgyldigSekvensnummer.Kode);

    private readonly Feedregel regel = regler.For(tjeneste.Pakke);

    public static void Map(
        IEndpointRouteBuilder ruter, Kallvakt vakt, Feedleser leser, Feedregler regler, Feedende ende, Registerklokke klokke)
    {
        foreach (var tjeneste in Tjeneste.Finn("hendelser", Oppslagstype.Hendelser))
        {
            var endpoint = new FeedEndpoint(tjeneste, vakt, leser, regler, ende, klokke);
            ruter.MapMethods(tjeneste.Rute, Metoder, (RequestDelegate)endpoint.KjoerAsync)
                .Beskriv(
                    tjeneste, "Hendelsesliste", Parametre, Hendelseseksempler.Feed(tjeneste.Pakke.Kode, Typer), 304, 400, 401, 403, 406);
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var valgt = Medietypevalg.Velg(http.Request.Headers.Accept, Typer);
        var form = (Feedform)Math.Max(valgt, 0);
        var kall = new Kall(http, tjeneste) { Format = form is Feedform.Atom or Feedform.Xml ? Svarformat.Xml : Svarformat.Json };
        var avvisning = await vakt.SlippInnAsync(kall);
        if (avvisning is null && valgt < 0)
            avvisning = UgyldigAccept;
        var seq = 0L;
        avvisning ??= LesSeq(http.Request.QueryString.Value, out seq);
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        var grense = Microseconds.From(Hendelsesfrist.Grense(klokke));
        // All that the mark says was true of the page it came with; only what is new can change it, and that is known here without a read.
        var harMerke = Feedmerke.TryFinn(http.Request.Headers.IfNoneMatch, regler.Utgave, seq, form, out var merke);
        if (harMerke && ende.ErAjour && merke.Eldst >= grense && merke.Gjelder(ende.Siste(tjeneste.Pakke), Math.Max(seq, 1)))
        {
            await UendretAsync(kall, merke, seq, form);
            return;
        }

        var side = await leser.LesAsync(regel, tjeneste.Rute, seq, form == Feedform.Json, http.RequestAborted);
        if (side is null || side.Eldst < grense)
        {
            await vakt.AvvisAsync(kall, ForGammelt);
            return;
        }

        // News this host had heard of and not counted yet did not concern the page.
        if (harMerke && merke == Feedmerke.Av(side))
        {
            await UendretAsync(kall, merke, seq, form);
            return;
        }

        await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", side.Antall == 0 ? 0 : regel.Elementgrupper, side.Personer, default);
        await Kallvakt.SendAsync(
            kall, StatusCodes.Status200OK, side.Kropp, Typer[(int)form], Feedmerke.Av(side).Skriv(regler.Utgave, seq, form));
    }

    private async Task UendretAsync(Kall kall, Feedmerke merke, long seq, Feedform form)
    {
        await vakt.LoggAsync(kall, StatusCodes.Status304NotModified, "uendret", 0, default, default);
        await Kallvakt.SendAsync(
            kall, StatusCodes.Status304NotModified, default, Typer[(int)form], merke.Skriv(regler.Utgave, seq, form));
    }

    private static void Parametre([FromQuery] long seq) => _ = seq;

    private static Avvisning? LesSeq(string? spoerring, out long seq)
    {
        seq = -1;
        var antall = 0;
        foreach (var par in new QueryStringEnumerable(spoerring))
        {
            if (!par.DecodeName().Span.Equals("seq", StringComparison.OrdinalIgnoreCase))
                continue;
            antall++;
            if (!long.TryParse(par.DecodeValue().Span, NumberStyles.None, CultureInfo.InvariantCulture, out seq))
                seq = -1;
        }

        return antall switch
        {
            0 => Avvisning.UgyldigParameter("Ugyldig parameter: seq mangler.", "ugyldigSeq"),
            > 1 => Avvisning.UgyldigParameter("Ugyldig parameter: seq er oppgitt mer enn én gang.", "ugyldigSeq"),
            _ => seq < 0 ? Avvisning.UgyldigParameter("Ugyldig parameter: seq skal være et heltall fra 0.", "ugyldigSeq") : null,
        };
    }
}

using System.Globalization;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Uttrekk.Batch;

/// <summary>
/// GET and HEAD uttrekk/{jobbid}/batch/{batchnr}: each batch as soon as it is there. The job of another organisation, or of another
/// package, is answered as one that does not exist.
/// </summary>
internal sealed class BatchEndpoint(Tjeneste tjeneste, Kallvakt vakt, Uttrekkslager lager)
{
    private static readonly string[] Metoder = ["GET", "HEAD"];

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Uttrekkslager lager)
    {
        foreach (var tjeneste in Tjeneste.Finn("uttrekk-batch", Oppslagstype.Uttrekk))
        {
            ruter.MapMethods(tjeneste.Rute, Metoder, (RequestDelegate)new BatchEndpoint(tjeneste, vakt, lager).KjoerAsync)
                .Beskriv(
                    tjeneste, "Batch av et uttrekk", Parametre, Uttrekkseksempler.Batch(tjeneste.Pakke.Kode == "OMH"), 400, 401, 403, 404, 406, 410);
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneAsync(http, tjeneste, out var kall);
        var nr = http.Request.RouteValues["batchnr"] as string;
        if (avvisning is null && (nr is null or "" || nr.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0))
            avvisning = Avvisning.UgyldigParameter("batchnr skal være et heltall fra 0.");
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        var kjent = Guid.TryParse(http.Request.RouteValues["jobbid"] as string, out var jobbid);
        var jobb = kjent ? await lager.FinnAsync(jobbid, http.RequestAborted) : null;
        if (jobb is null || jobb.Konsument != kall.Token!.Konsument.Value || jobb.Pakke != tjeneste.Pakke.Navn)
            await FeilAsync(kall, StatusCodes.Status410Gone, "ukjentUttrekk", "Jobben finnes ikke");
        else
            await SvarAsync(kall, jobb, int.TryParse(nr, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue);
    }

    private static void Parametre(string jobbid, int batchnr) => _ = (jobbid, batchnr);

    private Task SvarAsync(Kall kall, Uttrekksjobb jobb, int nr)
    {
        kall.Detalj = string.Create(CultureInfo.InvariantCulture, $"{jobb.Jobbid} {nr}");
        if (nr < jobb.Batcher)
            return LeverAsync(kall, jobb, nr);
        return jobb.Status switch
        {
            Uttrekksstatus.Kjoerer => FeilAsync(
                kall, StatusCodes.Status404NotFound, "batchIkkeKlar",
                string.Create(CultureInfo.InvariantCulture, $"Batch med id={nr} er enda ikke klar")),
            Uttrekksstatus.Oppgitt => FeilAsync(
                kall, StatusCodes.Status410Gone, "oppgittUttrekk", "Jobben kunne ikke fullføres. Bestill uttrekket på nytt"),
            _ when nr == jobb.Batcher => SluttAsync(kall),
            _ => FeilAsync(kall, StatusCodes.Status410Gone, "ukjentUttrekk", "Batchen finnes ikke"),
        };
    }

    private async Task LeverAsync(Kall kall, Uttrekksjobb jobb, int nr)
    {
        var poster = await lager.LesBatchAsync(jobb.Jobbid, nr, kall.Http.RequestAborted);
        // Removed between the two reads: its time was out.
        if (poster.Count == 0)
        {
            await FeilAsync(kall, StatusCodes.Status410Gone, "ukjentUttrekk", "Jobben finnes ikke");
            return;
        }

        var buffer = Svarbuffer.Lei();
        try
        {
            Uttrekkssvar.Batch(buffer, jobb.Slag, poster, kall.Format);
            // A document id tells nothing of a person; the look-up in the archive that may follow is logged with the person.
            var komplett = jobb.Slag == Uttrekksslag.Komplett;
            var personer = komplett ? [] : poster.ConvertAll(static p => p.Personnoekkel).ToArray();
            var dokumenter = komplett ? poster.ConvertAll(static p => p.Dokument).ToArray() : [];
            var elementer = komplett ? 0UL : 1UL << (int)Personelement.Identifikasjonsnummer;
            await vakt.LoggAsync(
                kall, StatusCodes.Status200OK, "ok", elementer, personer, (ReadOnlyMemory<Dokumentidentifikator>)dokumenter);
            await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, buffer.Skrevet);
        }
        finally
        {
            buffer.LeverTilbake();
        }
    }

    private async Task SluttAsync(Kall kall)
    {
        await vakt.LoggAsync(kall, StatusCodes.Status200OK, "ok", 0, default, default);
        await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, Uttrekkssvar.Slutt(kall.Format));
    }

    private async Task FeilAsync(Kall kall, int status, string utfall, string melding)
    {
        await vakt.LoggAsync(kall, status, utfall, 0, default, default);
        await Kallvakt.SendAsync(kall, status, Uttrekkssvar.Datafeil(melding, kall.Format));
    }
}

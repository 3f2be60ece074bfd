using System.Text;
using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Hendelser.Oppslag;

/// <summary>
/// POST hendelser/bulkoppslag: up to 1 000 event documents. What does not exist, or no more, is left out, as in a bulk look-up of persons.
/// </summary>
internal sealed class BulkhendelserEndpoint(Tjeneste tjeneste, Kallvakt vakt, Hendelseslager lager)
{
    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Hendelseslager lager)
    {
        foreach (var tjeneste in Tjeneste.Finn("bulkhendelser", Oppslagstype.Hendelser))
        {
            var endpoint = new BulkhendelserEndpoint(tjeneste, vakt, lager);
            ruter.MapPost(tjeneste.Rute, (RequestDelegate)endpoint.KjoerAsync)
                .Beskriv(
                    tjeneste, "Opp til 1 000 hendelsesdokumenter", Parametre, Hendelseseksempler.Bulk, 400, 401, 403, 406, 413, 415);
            ruter.MapMethods(tjeneste.Rute, ["HEAD"], (RequestDelegate)(http => vakt.ProevAsync(http, tjeneste))).ExcludeFromDescription();
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneMedKroppAsync(http, tjeneste, out var kall, out var innhold);
        IReadOnlyList<Dokumentidentifikator>? ider = null;
        if (avvisning is null)
            (ider, avvisning) = await Meldingskropp.LesAsync(
                http, Listekropp.StoersteKropp, kropp => Dokumentbestilling.Les(kropp, innhold!.Value));
        if (avvisning is not null)
        {
            await vakt.AvvisAsync(kall, avvisning);
            return;
        }

        var funn = (await lager.FinnAsync(ider!, http.RequestAborted))
            .Select((f, nr) => (Id: ider![nr], Funn: f)).Where(f => f.Funn.Dokument is not null).ToArray();
        var svar = Svarbuffer.Lei();
        try
        {
            if (kall.Format == Svarformat.Json)
                Json(svar, funn);
            else
                Xml(svar, funn);
            await vakt.LoggAsync(
                kall, StatusCodes.Status200OK, "ok", funn.Aggregate(0UL, (sum, f) => sum | f.Funn.Elementer),
                funn.Select(f => f.Funn.Personnoekkel).Distinct().ToArray(), funn.Select(f => f.Id).ToArray());
            await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, svar.Skrevet);
        }
        finally
        {
            svar.LeverTilbake();
        }
    }

    private static void Parametre()
    {
    }

    private static void Json(Svarbuffer ut, (Dokumentidentifikator Id, Hendelsesfunn Funn)[] funn)
    {
        ut.Skriv("{\"oppslag\":["u8);
        for (var i = 0; i < funn.Length; i++)
        {
            ut.Skriv(i == 0 ? "{\"dokumentidentifikator\":\""u8 : ",{\"dokumentidentifikator\":\""u8);
            ut.Skriv(Encoding.ASCII.GetBytes(funn[i].Id.ToWire()));
            ut.Skriv("\",\"hendelsedokument\":"u8);
            ut.Skriv(funn[i].Funn.Dokument);
            ut.Skriv("}"u8);
        }

        ut.Skriv("]}"u8);
    }

    private static void Xml(Svarbuffer ut, (Dokumentidentifikator Id, Hendelsesfunn Funn)[] funn)
    {
        ut.Skriv("<?xml version=\"1.0\" encoding=\"UTF-8\"?><hendelseBulkoppslagResponse xmlns=\"folkeregisteret:tilgjengeliggjoering:hendelse:v1:bulk:response\">"u8);
        foreach (var (id, f) in funn)
        {
            ut.Skriv("<oppslag><dokumentidentifikator>"u8);
            ut.Skriv(Encoding.ASCII.GetBytes(id.ToWire()));
            ut.Skriv("</dokumentidentifikator>"u8);
            Hendelsesxml.Skriv(f.Dokument, ut);
            ut.Skriv("</oppslag>"u8);
        }

        ut.Skriv("</hendelseBulkoppslagResponse>"u8);
    }
}

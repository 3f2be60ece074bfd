using Felles.Folkeregister.Bulkoppslag;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Dokumentasjon;
using Felles.Folkeregister.Persondokument.Pakker;
using Felles.Folkeregister.Soek;
using Felles.Folkeregister.Soek.Kriterier;
using Felles.Folkeregister.Svar;
using Felles.Folkeregister.Tjenester;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Folkeregister.Representasjon;

/// <summary>
/// POST personer/representerte: whom a person represents as guardian or attorney. Users have asked for it and the register of the Tax
/// Administration does not have it, so it is mapped only where <see cref="FolkeregisterOptions.SoekPaaVerge"/> is set, in the packages that
/// get the number of a guardian. The number comes in the body: an address is kept in too many places.
/// </summary>
internal sealed class RepresentasjonEndpoint(Tjeneste tjeneste, Kallvakt vakt, Representerte representerte)
{
    private const ulong Elementgrupper =
        Soekesvar.Elementgrupper | 1UL << (int)Personelement.VergemaalEllerFremtidsfullmakt;

    private static readonly Avvisning EttNummer = Avvisning.UgyldigParameter(
        "Det spørres om én person: foedselsEllerDNummer skal ha ett nummer.", "ugyldigBestilling");

    private static readonly Avvisning ForMange = Avvisning.UgyldigParameter(
        $"Personen representerer flere enn {Soekekriterier.MaksAlle}.", "forMangeTreff");

    public static void Map(IEndpointRouteBuilder ruter, Kallvakt vakt, Representerte representerte, Pakkeplaner planer)
    {
        foreach (var soek in Tjeneste.Finn("soek", Oppslagstype.Soek).Where(t => Vergesyn.SerNummer(planer.Regler(t.Pakke.Kode))))
        {
            var tjeneste = soek with { Navn = "representerte", Metode = "POST", Rute = soek.Rute.Replace("personer/soek", "personer/representerte") };
            ruter.MapPost(tjeneste.Rute, (RequestDelegate)new RepresentasjonEndpoint(tjeneste, vakt, representerte).KjoerAsync)
                .Beskriv(
                    tjeneste, "Hvem en person representerer (finnes ikke i Folkeregisteret)", Parametre, Personeksempler.Representerte,
                    400, 401, 403, 406, 413, 415);
            ruter.MapMethods(tjeneste.Rute, ["HEAD"], (RequestDelegate)(http => vakt.ProevAsync(http, tjeneste))).ExcludeFromDescription();
        }
    }

    public async Task KjoerAsync(HttpContext http)
    {
        var avvisning = await vakt.AapneMedKroppAsync(http, tjeneste, out var kall, out var innhold);
        Bulkbestilling? bestilling = null;
        if (avvisning is null)
        {
            (bestilling, avvisning) = await Meldingskropp.LesAsync(
                http, Listekropp.StoersteKropp, kropp => Bulkbestilling.Les(kropp, innhold!.Value));
        }

        if (avvisning is null && bestilling!.Numre.Count != 1)
            avvisning = EttNummer;
        var funnet = avvisning is null
            ? await representerte.FinnAsync(bestilling!.Numre[0], Soekekriterier.MaksAlle, http.RequestAborted) : null;
        if (funnet is null)
        {
            await vakt.AvvisAsync(kall, avvisning ?? ForMange);
            return;
        }

        var buffer = Svarbuffer.Lei();
        try
        {
            Soekesvar.Skriv(buffer, funnet, kall.Format);
            await vakt.LoggAsync(
                kall, StatusCodes.Status200OK, "ok", Elementgrupper, funnet.Select(f => f.Personnoekkel).ToArray(), default);
            await Kallvakt.SendAsync(kall, StatusCodes.Status200OK, buffer.Skrevet);
        }
        finally
        {
            buffer.LeverTilbake();
        }
    }

    private static void Parametre()
    {
    }
}

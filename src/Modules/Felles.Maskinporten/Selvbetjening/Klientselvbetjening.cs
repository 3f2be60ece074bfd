using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Klienter;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using static Felles.Tilgang.Contracts.Selvbetjeningsruter;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Felles.Maskinporten.Selvbetjening;

/// <summary>
/// <c>/clients</c>: the clients of the caller's organisation. Another's client is answered as one that does not exist, because its id alone
/// is worth something to a stranger. Nothing is deleted: DELETE deactivates.
/// </summary>
internal sealed class Klientselvbetjening(Klientregister klienter, Tilgangskontroll tilgang)
{
    public const string Lesing = "idporten:dcr.read";
    public const string Oppretting = "idporten:dcr.write";
    public const string Endring = "idporten:dcr.modify";

    public static void Map(Selvbetjeningsruter ruter)
    {
        ruter.Rute("GET", "/clients", (HttpContext http, Klientselvbetjening s) => s.Liste(http),
            "clients-list", "The organisation's clients; inactive=true for all of them.", Lesing, Oppretting, Endring);
        ruter.Rute("POST", "/clients", (HttpContext http, Klientselvbetjening s) => s.OpprettAsync(http),
            "clients-create", "Registers a client and answers with its client_id.", Oppretting);
        ruter.Rute("GET", "/clients/{client_id}", (HttpContext http, Klientselvbetjening s) => s.Vis(http),
            "clients-get", "One client.", Lesing, Oppretting, Endring);
        ruter.Rute("PUT", "/clients/{client_id}", (HttpContext http, Klientselvbetjening s) => s.EndreAsync(http),
            "clients-update", "Puts another definition in place of the client's; integration_type stays.", Endring, Oppretting);
        ruter.Rute("DELETE", "/clients/{client_id}", (HttpContext http, Klientselvbetjening s) => s.DeaktiverAsync(http),
            "clients-deactivate", "Deactivates the client.", Endring, Oppretting);
        ruter.Rute("POST", "/clients/{client_id}/secret", (HttpContext http, Klientselvbetjening s) => s.Hemmelighet(http),
            "clients-secret", "A new secret; clients of this server authenticate with keys and have none.", Endring, Oppretting);
    }

    /// <summary>The client of the address when it is the caller's; else the refusal.</summary>
    public static bool Egen(HttpContext http, Klientregister klienter, out Klient klient, out Problemsvar? avslag)
    {
        klient = klienter.Finn((string)http.GetRouteValue("client_id")!)!;
        avslag = klient is not null && klient.Orgnr == Selvbetjeningsruter.Egen(http)
            ? null
            : Problemsvar.Av(Status404NotFound, KlientFeilkoder.Ukjent, sti: "client_id");
        return avslag is null;
    }

    public static IResult Svar(Klientsvar svar, Func<Klient, IResult> lagret) => svar.Match(
        lagret,
        () => Problemsvar.Av(Status404NotFound, KlientFeilkoder.Ukjent, sti: "client_id"),
        funn => Problemsvar.Av(Status400BadRequest, Administrasjonsfeilkoder.FlereFeil, funn, funn.Count));

    private Ok<IEnumerable<object>> Liste(HttpContext http)
    {
        var inaktive = Satt(http, "inactive");
        return TypedResults.Ok(
            klienter.ForVirksomhet(Selvbetjeningsruter.Egen(http)).Where(k => inaktive || k.Aktiv).Select(Klientmodell.Av));
    }

    private IResult Vis(HttpContext http) =>
        Egen(http, klienter, out var klient, out var avslag) ? TypedResults.Ok(Klientmodell.Av(klient)) : avslag!;

    private async Task<IResult> OpprettAsync(HttpContext http)
    {
        var (kropp, avslag) = await Jsonkropp.LesAsync(http);
        if (kropp is null) return avslag!;
        var egen = Selvbetjeningsruter.Egen(http);
        var modell = Les(http, kropp);
        if (kropp.Feil is { } feil) return feil;
        var ny = new NyKlient(modell.Navn, egen, modell.Scopes ?? [], [], modell.Levetid, Aktiv: modell.Aktiv)
        {
            Beskrivelse = modell.Beskrivelse,
            Uri = modell.Uri,
            Integrasjonstype = modell.Integrasjonstype ?? Klient.Maskinporten,
        };
        return Svar(
            await klienter.RegistrerAsync(ny, Aktoer(http), http.RequestAborted),
            klient => TypedResults.Created($"{Rot}/clients/{klient.ClientId}", Klientmodell.Av(klient)));
    }

    private async Task<IResult> EndreAsync(HttpContext http)
    {
        if (!Egen(http, klienter, out var klient, out var avslag)) return avslag!;
        var (kropp, ulest) = await Jsonkropp.LesAsync(http);
        if (kropp is null) return ulest!;
        var modell = Les(http, kropp);
        if (modell.Integrasjonstype is { } type && type != klient.Integrasjonstype)
            kropp.Avvis(KlientFeilkoder.IntegrasjonstypeFast, "integration_type", KlientFeilkoder.IntegrasjonstypeFast.Tekst);
        if (modell.Integrasjonstype is null && klient.Integrasjonstype == Klientmodell.Krr
            && modell.Scopes?.Except(Klientmodell.Krrscopes).Any() == true)
            kropp.Avvis(KlientFeilkoder.FasteScopes, "scopes", KlientFeilkoder.FasteScopes.Tekst);
        if (kropp.Feil is { } feil) return feil;
        var endring = new Klientendring
        {
            Eier = klient.Orgnr,
            Navn = modell.Navn,
            Beskrivelse = modell.Beskrivelse,
            Uri = modell.Uri ?? "",
            Scopes = klient.Integrasjonstype == Klientmodell.Krr ? Klientmodell.Krrscopes : modell.Scopes ?? [],
            Levetid = modell.Levetid,
            Aktiv = modell.Aktiv,
        };
        return await EndreAsync(http, klient, endring);
    }

    private async Task<IResult> DeaktiverAsync(HttpContext http) => Egen(http, klienter, out var klient, out var avslag)
        ? await EndreAsync(http, klient, new Klientendring { Eier = klient.Orgnr, Aktiv = false })
        : avslag!;

    private Problemsvar Hemmelighet(HttpContext http) => Egen(http, klienter, out _, out var avslag)
        ? Problemsvar.Av(Status400BadRequest, KlientFeilkoder.UtenHemmelighet)
        : avslag!;

    private async Task<IResult> EndreAsync(HttpContext http, Klient klient, Klientendring endring) => Svar(
        await klienter.EndreAsync(klient.ClientId, endring, Aktoer(http), http.RequestAborted),
        ny => TypedResults.Ok(Klientmodell.Av(ny)));

    private Klientmodell Les(HttpContext http, Jsonkropp kropp)
    {
        // A client is always the caller's own: a supplier's too, who acts by delegation (Digdir, «Delegering»).
        if (kropp.ValgfriTekst("client_orgno", 9) is { } eier && eier != Selvbetjeningsruter.Egen(http).ToWire())
            kropp.Avvis(KlientFeilkoder.AnnenEier, "client_orgno", KlientFeilkoder.AnnenEier.Tekst);
        return Klientmodell.Les(kropp, tilgang);
    }
}

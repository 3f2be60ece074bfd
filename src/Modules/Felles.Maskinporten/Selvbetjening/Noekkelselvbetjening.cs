using System.Text.Json;
using Felles.Maskinporten.Contracts;
using Felles.Maskinporten.Klienter;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;
using static Felles.Tilgang.Contracts.Selvbetjeningsruter;

namespace Felles.Maskinporten.Selvbetjening;

/// <summary>
/// <c>/clients/{client_id}/jwks</c>: the keys of a client, five at most. POST and PUT both replace the whole set, and a key that is sent
/// again holds for another year; there is no operation on one key.
/// </summary>
internal sealed class Noekkelselvbetjening(Klientregister klienter)
{
    private const string Sti = "/clients/{client_id}/jwks";

    public static void Map(Selvbetjeningsruter ruter)
    {
        ruter.Rute("GET", Sti, (HttpContext http, Noekkelselvbetjening s) => s.Vis(http),
            "jwks-get", "The client's keys.", Klientselvbetjening.Lesing, Klientselvbetjening.Oppretting, Klientselvbetjening.Endring);
        ruter.Rute("POST", Sti, (HttpContext http, Noekkelselvbetjening s) => s.SettAsync(http, StatusCodes.Status201Created),
            "jwks-create", "Replaces the client's keys.", Klientselvbetjening.Endring, Klientselvbetjening.Oppretting);
        ruter.Rute("PUT", Sti, (HttpContext http, Noekkelselvbetjening s) => s.SettAsync(http, StatusCodes.Status200OK),
            "jwks-update", "Replaces the client's keys.", Klientselvbetjening.Endring, Klientselvbetjening.Oppretting);
    }

    private IResult Vis(HttpContext http) =>
        Klientselvbetjening.Egen(http, klienter, out var klient, out var avslag) ? TypedResults.Ok(Kropp(klient)) : avslag!;

    private async Task<IResult> SettAsync(HttpContext http, int status)
    {
        if (!Klientselvbetjening.Egen(http, klienter, out var klient, out var avslag)) return avslag!;
        var (kropp, ulest) = await Jsonkropp.LesAsync(http);
        if (kropp is null) return ulest!;
        kropp.Overse("created", "last_updated");
        var noekler = kropp.ValgfriListe("keys", JsonValueKind.Object);
        if (noekler is null) kropp.Avvis(Administrasjonsfeilkoder.MedlemMangler, "keys", "A list of keys is needed; an empty one removes all.");
        if (kropp.Feil is { } feil) return feil;
        var endring = new Klientendring { Eier = klient.Orgnr, Noekler = [.. noekler!.Select(Klientruter.Noekkel)] };
        return Klientselvbetjening.Svar(
            await klienter.EndreAsync(klient.ClientId, endring, Aktoer(http), http.RequestAborted),
            ny => TypedResults.Json(Kropp(ny), statusCode: status));
    }

    private static object Kropp(Klient klient) => new
    {
        keys = klient.Noekler.Select(n => new
        {
            kty = "RSA",
            use = "sig",
            alg = n.Alg,
            kid = n.Kid,
            n = Base64UrlEncoder.Encode(n.Modulus.ToArray()),
            e = Base64UrlEncoder.Encode(n.Eksponent.ToArray()),
            x5c = n.Sertifikat.Count == 0 ? null : n.Sertifikat.Select(Convert.ToBase64String),
            exp = n.Utloeper.ToUnixTimeSeconds(),
        }),
        created = Tid(klient.Noekler.Count == 0 ? klient.Opprettet : klient.Noekler.Min(n => n.Registrert)),
        last_updated = Tid(klient.Noekler.Count == 0 ? klient.Endret : klient.Noekler.Max(n => n.Registrert)),
    };
}

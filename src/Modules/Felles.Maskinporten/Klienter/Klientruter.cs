using System.Text.Json;
using Felles.Kernel.Identifikatorer;
using Felles.Maskinporten.Contracts;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Klienter;

/// <summary>
/// <c>/felles/api/v1/klienter</c>: the clients of the token server, with the member names of Digdir's self-service API. What a client may
/// ask for and what its organisation is granted (<c>/tilganger</c>) are two things, and both are needed.
/// </summary>
internal static class Klientruter
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var administrasjon = routes.MapAdministrasjon();
        administrasjon.MapGet("/klienter", ForVirksomhet)
            .WithName("listKlienter").WithSummary("The clients of one organisation (orgnr), active or not.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status400BadRequest);
        administrasjon.MapGet("/klienter/{client_id}", Vis)
            .WithName("visKlient").WithSummary("A client with its scopes and the ids of its keys.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound);
        administrasjon.MapPut("/klienter/{client_id}", LagreAsync)
            .WithName("lagreKlient")
            .WithSummary("Registers a client, or changes it: orgnr, client_name, scopes, access_token_lifetime, active, keys (public JWKs) and "
                + "grunn. A member that is left out stays as it is; scopes and keys are replaced as a whole.")
            .Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static IResult ForVirksomhet(HttpContext http, Klientregister klienter) =>
        Organisasjonsnummer.TryParse(http.Request.Query["orgnr"].ToString(), out var orgnr)
            ? TypedResults.Ok(klienter.ForVirksomhet(orgnr).Select(Kropp))
            : Problemsvar.Av(StatusCodes.Status400BadRequest, Administrasjonsfeilkoder.UgyldigOrganisasjonsnummer, sti: "orgnr");

    private static IResult Vis(HttpContext http, Klientregister klienter) => klienter.Finn(Id(http)) is { } klient
        ? TypedResults.Ok(Kropp(klient))
        : Problemsvar.Av(StatusCodes.Status404NotFound, KlientFeilkoder.Ukjent, sti: "client_id");

    private static async Task<IResult> LagreAsync(HttpContext http, Klientregister klienter)
    {
        var (kropp, avslag) = await Jsonkropp.LesAsync(http);
        if (kropp is null) return avslag!;
        var orgnr = kropp.Organisasjonsnummer("orgnr");
        var endring = new Klientendring
        {
            Eier = orgnr,
            Navn = kropp.ValgfriTekst("client_name", 255),
            Scopes = kropp.ValgfrieTekster("scopes"),
            Levetid = kropp.ValgfrittHeltall("access_token_lifetime"),
            Aktiv = kropp.ValgfriBoolsk("active"),
            Noekler = kropp.ValgfriListe("keys", JsonValueKind.Object)?.Select(Noekkel).ToArray(),
        };
        var grunn = kropp.ValgfriTekst("grunn", Aktoer.StoersteLengde);
        if (kropp.Feil is { } feil) return feil;
        if (!Administrasjonsaktoer.Les(http, grunn, out var aktoer, out avslag)) return avslag!;
        var endret = await klienter.EndreAsync(Id(http), endring, aktoer, http.RequestAborted);
        if (endret is not Klientsvar.Ukjent) return Svar(endret, klient => TypedResults.Ok(Kropp(klient)));
        var ny = new NyKlient(
            endring.Navn ?? "", orgnr, endring.Scopes ?? [], endring.Noekler ?? [], endring.Levetid ?? 0, Id(http), endring.Aktiv ?? true);
        var registrert = await klienter.RegistrerAsync(ny, aktoer, http.RequestAborted);
        // Another call registered it in between: this one changes it. A client of another environment stays refused.
        if (registrert is Klientsvar.Ugyldig { Funn: [{ Feil: var opptatt }] } && opptatt == KlientFeilkoder.Finnes
            && await klienter.EndreAsync(Id(http), endring, aktoer, http.RequestAborted) is var igjen and not Klientsvar.Ukjent)
            return Svar(igjen, klient => TypedResults.Ok(Kropp(klient)));
        return Svar(
            registrert,
            klient => TypedResults.Created($"{AdministrasjonRuter.Rot}/klienter/{klient.ClientId}", Kropp(klient)));
    }

    private static IResult Svar(Klientsvar svar, Func<Klient, IResult> lagret) => svar.Match(
        lagret,
        () => Problemsvar.Av(StatusCodes.Status404NotFound, KlientFeilkoder.Ukjent, sti: "client_id"),
        funn => Problemsvar.Av(StatusCodes.Status400BadRequest, Administrasjonsfeilkoder.FlereFeil, funn, funn.Count));

    private static string Id(HttpContext http) => (string)http.GetRouteValue("client_id")!;

    // Only what a public RSA key has; of a private one no more than that it is one.
    internal static JsonWebKey Noekkel(JsonElement jwk)
    {
        var noekkel = new JsonWebKey
        {
            Kty = Tekst(jwk, "kty"),
            Use = Tekst(jwk, "use"),
            Alg = Tekst(jwk, "alg"),
            Kid = Tekst(jwk, "kid"),
            N = Tekst(jwk, "n"),
            E = Tekst(jwk, "e"),
            D = jwk.EnumerateObject().Any(m => m.Name is "d" or "p" or "q" or "dp" or "dq" or "qi" or "oth" or "k") ? "" : null,
        };
        // What is no list of texts is no chain, and the empty text is no certificate.
        if (jwk.TryGetProperty("x5c", out var x5c) && x5c.ValueKind != JsonValueKind.Null)
        {
            if (x5c.ValueKind == JsonValueKind.Array && x5c.GetArrayLength() > 0)
                x5c.EnumerateArray().ToList().ForEach(c => noekkel.X5c.Add(c.ValueKind == JsonValueKind.String ? c.GetString() : ""));
            else
                noekkel.X5c.Add("");
        }

        return noekkel;
    }

    private static string? Tekst(JsonElement jwk, string navn) =>
        jwk.TryGetProperty(navn, out var verdi) && verdi.ValueKind != JsonValueKind.Null
            ? verdi.ValueKind == JsonValueKind.String ? verdi.GetString() : ""
            : null;

    private static object Kropp(Klient klient) => new
    {
        client_id = klient.ClientId,
        client_name = klient.Navn,
        orgnr = klient.Orgnr.ToWire(),
        scopes = klient.Scopes.Order(StringComparer.Ordinal),
        access_token_lifetime = klient.Levetid,
        active = klient.Aktiv,
        keys = klient.Noekler.Select(n => new { kid = n.Kid, alg = n.Alg, registrert = n.Registrert, utloeper = n.Utloeper }),
    };
}

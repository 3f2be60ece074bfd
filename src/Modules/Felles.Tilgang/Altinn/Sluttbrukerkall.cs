using Felles.Kernel.Identifikatorer;
using Felles.Tilgang.Contracts;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;

namespace Felles.Tilgang.Altinn;

/// <summary>
/// The parameters of the end-user services: <c>party</c> is the organisation that the token speaks for, by its UUID or its number; the
/// other organisation is named by number, and an API by its resource id.
/// </summary>
internal static class Sluttbrukerkall
{
    /// <summary>The UUID under which Altinn's services have an organisation; it follows from the number.</summary>
    public static Guid Part(Organisasjonsnummer virksomhet) =>
        DelegerbartApi.Navnebasert("urn:altinn:organization:identifier-no:" + virksomhet.ToWire());

    public static Aktoer Aktoer(HttpContext http)
    {
        var token = Administrasjonskall.Token(http);
        return Contracts.Aktoer.Klient(token.ClientId, token.Konsument, "");
    }

    public static bool Egen(HttpContext http, out Organisasjonsnummer egen, out Problemsvar? avslag)
    {
        egen = Administrasjonskall.Token(http).Konsument;
        var tekst = http.Request.Query["party"].ToString();
        var (nummer, id) = (Organisasjonsnummer.TryParse(tekst, out var oppgitt), Guid.TryParse(tekst, out var part));
        avslag = !nummer && !id ? Ugyldig("party", "The UUID or the number of the organisation is needed.")
            : (nummer && oppgitt == egen) || (id && part == Part(egen)) ? null
            : Problemsvar.Av(StatusCodes.Status403Forbidden, Tilgangsfeilkoder.AnnenPart);
        return avslag is null;
    }

    /// <summary>The other organisation; null where the parameter is absent and <paramref name="paakrevd"/> is false.</summary>
    public static bool Annen(HttpContext http, string navn, bool paakrevd, out Organisasjonsnummer? annen, out Problemsvar? avslag)
    {
        var tekst = http.Request.Query[navn].ToString();
        annen = Organisasjonsnummer.TryParse(tekst, out var nummer) ? nummer : null;
        avslag = annen is null && (paakrevd || tekst.Length > 0)
            ? Problemsvar.Av(StatusCodes.Status400BadRequest, Administrasjonsfeilkoder.UgyldigOrganisasjonsnummer, sti: navn)
            : null;
        return avslag is null;
    }

    /// <summary>The scope of a resource id.</summary>
    public static bool Ressurs(HttpContext http, bool paakrevd, Tilgangskontroll tilgang, out Scope? scope, out Problemsvar? avslag)
    {
        var tekst = http.Request.Query["resource"].ToString();
        scope = tekst.Length is > 0 and <= 256 && DelegerbartApi.Scope(tekst) is { } navn ? tilgang.FinnScope(navn) : null;
        avslag = scope is null && (paakrevd || tekst.Length > 0)
            ? Problemsvar.Av(
                StatusCodes.Status400BadRequest, Tilgangsfeilkoder.UkjentScope, "The resource id of a delegable API is needed.", "resource")
            : null;
        return avslag is null;
    }

    public static bool Flagg(HttpContext http, string navn, out bool satt, out Problemsvar? avslag)
    {
        var tekst = http.Request.Query[navn].ToString();
        var gyldig = bool.TryParse(tekst, out satt) || tekst.Length == 0;
        avslag = gyldig ? null : Ugyldig(navn, "true or false.");
        return gyldig;
    }

    /// <summary>The refusal of a change, with the names of these services' parameters.</summary>
    public static Problemsvar Avvist<T>(Endringssvar<T>.Avvist avvist) => Problemsvar.Av(
        avvist.Funn.Feil == Tilgangsfeilkoder.DelegeringFinnesIkke || avvist.Funn.Feil == Tilgangsfeilkoder.LeverandoerFinnesIkke
            ? StatusCodes.Status404NotFound
            : StatusCodes.Status400BadRequest,
        avvist.Funn.Feil,
        avvist.Funn.Melding,
        avvist.Funn.Sti switch { "scope" => "resource", "leverandoer" => "supplier", "orgnr" => "party", var sti => sti });

    public static object Api(Scope scope) => new
    {
        id = DelegerbartApi.SkjemaId(scope.Navn),
        refId = DelegerbartApi.Ressurs(scope.Navn),
        name = scope.Beskrivelse,
        provider = scope.Eier?.ToWire(),
        scopes = new[] { scope.Navn },
    };

    private static Problemsvar Ugyldig(string sti, string melding) =>
        Problemsvar.Av(StatusCodes.Status400BadRequest, Tilgangsfeilkoder.UgyldigParameter, melding, sti);
}

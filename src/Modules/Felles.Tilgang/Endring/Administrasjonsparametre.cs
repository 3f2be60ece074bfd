using Felles.Kernel.Identifikatorer;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace Felles.Tilgang.Endring;

/// <summary>
/// What the addresses of the administration calls hold. Read by hand, so that a fault gets a code and a place instead of a bare 400.
/// </summary>
internal static class Administrasjonsparametre
{
    public static bool Virksomhet(HttpContext http, out Organisasjonsnummer nummer, out Problemsvar? avslag) =>
        Virksomhet(http.GetRouteValue("orgnr") as string, out nummer, out avslag);

    public static bool Virksomhet(string? tekst, out Organisasjonsnummer nummer, out Problemsvar? avslag)
    {
        var gyldig = Organisasjonsnummer.TryParse(tekst, out nummer);
        avslag = gyldig ? null
            : Problemsvar.Av(
                Status400BadRequest, Administrasjonsfeilkoder.UgyldigOrganisasjonsnummer, "Not an organisation number.", "orgnr");
        return gyldig;
    }

    /// <summary>The scope of a call; a query parameter, because scopes hold slashes.</summary>
    public static bool Scopeparameter(HttpContext http, out string scope, out Problemsvar? avslag)
    {
        var verdier = http.Request.Query["scope"];
        scope = verdier.ToString();
        // A text with NUL is no scope, and PostgreSQL takes none into a statement.
        avslag = verdier.Count == 1 && scope.Length is > 0 and <= 256 && !scope.Any(char.IsControl)
            ? null
            : Ugyldig("scope", "One scope of 1 to 256 characters is needed.");
        return avslag is null;
    }

    public static Problemsvar Ugyldig(string sti, string melding) =>
        Problemsvar.Av(Status400BadRequest, Tilgangsfeilkoder.UgyldigParameter, melding, sti);
}

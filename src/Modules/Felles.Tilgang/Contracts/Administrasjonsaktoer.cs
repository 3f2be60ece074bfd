using System.Diagnostics.CodeAnalysis;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;

namespace Felles.Tilgang.Contracts;

/// <summary>Who makes an administration call that changes something, and why.</summary>
public static class Administrasjonsaktoer
{
    /// <summary>The reason from the query, <c>grunn</c>. Optional: the record always has who and when.</summary>
    public static bool Les(HttpContext http, [NotNullWhen(true)] out Aktoer? aktoer, out Problemsvar? avslag) =>
        Les(http, http.Request.Query.TryGetValue("grunn", out var grunn) ? grunn.ToString() : null, out aktoer, out avslag);

    /// <summary>The same with a reason from elsewhere.</summary>
    public static bool Les(HttpContext http, string? grunn, [NotNullWhen(true)] out Aktoer? aktoer, out Problemsvar? avslag)
    {
        var token = Administrasjonskall.Token(http);
        var gyldig = grunn is null || (grunn.Length <= Aktoer.StoersteLengde && !grunn.Any(char.IsControl));
        aktoer = gyldig ? Aktoer.Klient(token.ClientId, token.Konsument, grunn ?? "") : null;
        avslag = gyldig ? null : Problemsvar.Av(
            StatusCodes.Status400BadRequest,
            Tilgangsfeilkoder.UgyldigParameter,
            $"At most {Aktoer.StoersteLengde} characters, without control characters.",
            "grunn");
        return gyldig;
    }
}

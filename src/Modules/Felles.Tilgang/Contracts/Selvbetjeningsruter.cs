using Felles.Kernel.Identifikatorer;
using Felles.Kernel.Tid;
using Felles.Web.Administrasjon;
using Felles.Web.Scopevern;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Felles.Tilgang.Contracts;

/// <summary>
/// The routes of the self-service API (docs.digdir.no, Maskinporten and ID-porten, self-service API), which several modules serve: each
/// call for the organisation of its token. They stand below <c>/samarbeid/api/v1</c>, and without the version, as older programs call them.
/// </summary>
public sealed class Selvbetjeningsruter
{
    public const string Rot = "/samarbeid/api/v1";

    private const string EldreRot = "/samarbeid";

    private readonly RouteGroupBuilder gruppe;
    private readonly bool beskrives;

    private Selvbetjeningsruter(RouteGroupBuilder gruppe, bool beskrives) => (this.gruppe, this.beskrives) = (gruppe, beskrives);

    /// <summary>Maps under both roots.</summary>
    public static void Map(IEndpointRouteBuilder routes, Action<Selvbetjeningsruter> ruter)
    {
        foreach (var rot in new[] { Rot, EldreRot })
            ruter(new Selvbetjeningsruter(routes.MapScopevern(rot, "samarbeid"), rot == Rot));
    }

    /// <param name="metode">HTTP method.</param>
    /// <param name="sti">Below the root.</param>
    /// <param name="svar">The handler; it returns an <see cref="IResult"/>.</param>
    /// <param name="navn">Of the operation.</param>
    /// <param name="tekst">What it does.</param>
    /// <param name="scopes">One of them opens it; none: it is open to all.</param>
    public void Rute(string metode, string sti, Delegate svar, string navn, string tekst, params string[] scopes)
    {
        var rute = gruppe.MapMethods(sti, [metode], svar).WithSummary(tekst)
            .Produces(metode == "POST" ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        if (scopes.Length > 0)
        {
            rute.KreverScope(scopes).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        }

        if (beskrives) rute.WithName("samarbeid-" + navn);
        else rute.ExcludeFromDescription();
    }

    /// <summary>The organisation that calls.</summary>
    public static Organisasjonsnummer Egen(HttpContext http) => Administrasjonskall.Token(http).Konsument;

    public static Aktoer Aktoer(HttpContext http)
    {
        var token = Administrasjonskall.Token(http);
        return Contracts.Aktoer.Klient(token.ClientId, token.Konsument, "");
    }

    /// <summary>A time as the API writes it: Norwegian offset and milliseconds.</summary>
    public static string Tid(DateTimeOffset tid) => Oslo.TilOslo(tid).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz");

    /// <summary>A parameter that is true or absent; the API takes anything else as false.</summary>
    public static bool Satt(HttpContext http, string navn) =>
        http.Request.Query[navn].ToString().Equals("true", StringComparison.OrdinalIgnoreCase);
}

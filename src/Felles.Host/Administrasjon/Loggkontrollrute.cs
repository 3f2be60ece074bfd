using System.Globalization;
using Felles.Storage.Oppslagslogg;
using Felles.Web.Administrasjon;

namespace Felles.Host.Administrasjon;

/// <summary><c>POST /felles/api/v1/logg/verifiser</c>: reads the whole look-up log and checks every chain and checkpoint.</summary>
internal static class Loggkontrollrute
{
    public static void MapLoggkontroll(this WebApplication app) =>
        app.MapAdministrasjon().MapPost("/logg/verifiser", async (LookupLogVerifier verifier, CancellationToken ct) =>
            Svar(await verifier.VerifyAsync(ct: ct)))
            .WithName("verifiserLogg")
            .WithSummary("Check that no record of the look-up log was removed, altered or moved.");

    private static IResult Svar(LookupLogReport rapport) => Results.Json(new
    {
        ok = rapport.Intact,
        segmenter = rapport.Segments,
        poster = rapport.Records,
        brudd = rapport.Faults.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Kind}: {f.Description}")),
        anker = rapport.Head is { } hode ? new { nummer = hode.Number, hash = hode.Hash, tidspunkt = hode.Time } : null,
    });
}

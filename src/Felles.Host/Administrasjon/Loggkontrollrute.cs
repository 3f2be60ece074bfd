using System.Globalization;
using Felles.Storage.Oppslagslogg;
using Felles.Web.Administrasjon;
using Microsoft.Extensions.Options;

namespace Felles.Host.Administrasjon;

/// <summary><c>POST /felles/api/v1/logg/verifiser</c>: reads the whole look-up log and checks every chain and checkpoint.</summary>
internal static class Loggkontrollrute
{
    public static void MapLoggkontroll(this WebApplication app) =>
        app.MapAdministrasjon().MapPost("/logg/verifiser", VerifiserAsync)
            .WithName("verifiserLogg")
            .WithSummary("Check that no record of the look-up log was removed, altered or moved.");

    private static async Task<IResult> VerifiserAsync(LookupLogVerifier verifier, IOptions<LookupLogOptions> valg, CancellationToken ct)
    {
        // There is no file before the first segment is closed.
        var fil = valg.Value.AnchorFile is { Length: > 0 } navn && File.Exists(navn) ? navn : null;
        try
        {
            var ankre = fil is null ? [] : await LookupLogAnchor.ReadFileAsync(fil, ct);
            return Svar(await verifier.VerifyAsync(ankre, ct: ct), ankre.Count, null);
        }
        catch (FormatException e)
        {
            // The program writes the file, so a line that it did not write is a breach like any other.
            return Svar(await verifier.VerifyAsync(ct: ct), 0, $"AnchorFile: {e.Message}");
        }
    }

    private static IResult Svar(LookupLogReport rapport, int ankre, string? ankerfeil) => Results.Json(new
    {
        ok = rapport.Intact && ankerfeil is null,
        segmenter = rapport.Segments,
        poster = rapport.Records,
        brudd = rapport.Faults.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Kind}: {f.Description}"))
            .Concat(ankerfeil is null ? [] : [ankerfeil]),
        ankre,
        anker = rapport.Head is { } hode ? new { nummer = hode.Number, hash = hode.Hash, tidspunkt = hode.Time } : null,
    });
}

using System.Data.Common;
using Felles.Cli.Kjoering;
using Felles.Client.Administrasjon;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Felles.Cli.Maal;

/// <summary>Verifies the look-up log that the settings name, where it lies. A host that runs on it is not in the way.</summary>
internal static class Mappeloggkontroll
{
    private const string UndefinedTable = "42P01";

    /// <param name="vert">Built for its settings; never started.</param>
    /// <param name="ankerfil">Null for the file that the settings name, if it is there.</param>
    /// <param name="framdrift">Told the number of records checked.</param>
    /// <param name="ct">Stops it.</param>
    internal static async Task<Loggkontroll> KjoerAsync(IHost vert, FileInfo? ankerfil, IProgress<long> framdrift, CancellationToken ct)
    {
        var felles = vert.Services.GetRequiredService<IOptions<FellesOptions>>().Value;
        var ankre = await LesAsync(ankerfil, vert.Services.GetRequiredService<IOptions<LookupLogOptions>>().Value.AnchorFile, ct);
        try
        {
            await using var verifiserer = felles.IsSqlite
                ? LookupLogVerifier.ForFolder(felles.DataDirectory)
                : LookupLogVerifier.ForPostgreSql(felles.Database);
            var rapport = await verifiserer.VerifyAsync(ankre, framdrift, ct);
            return new(
                rapport.Intact,
                rapport.Segments,
                rapport.Records,
                [.. rapport.Faults.Select(f => $"{f.Kind}: {f.Description}")],
                ankre.Count);
        }
        catch (DbException e) when (e.SqlState == UndefinedTable)
        {
            throw new Kommandofeil(Utgangskode.FeilBruk, "There is no look-up log in the database.", "Is Felles__Database the host's?", e);
        }
        catch (DbException e) when (e.IsTransient)
        {
            throw new DatabaseUnavailableException("PostgreSQL cannot be reached.", e);
        }
    }

    private static async Task<IReadOnlyList<LookupLogAnchor>> LesAsync(FileInfo? navngitt, string? innstilt, CancellationToken ct)
    {
        var fil = navngitt?.FullName ?? (File.Exists(innstilt) ? innstilt : null);
        if (fil is null)
            return [];
        try
        {
            return await LookupLogAnchor.ReadFileAsync(fil, ct);
        }
        catch (FormatException e)
        {
            throw new Kommandofeil(Utgangskode.FeilBruk, $"{fil}: {e.Message}");
        }
    }
}

using Felles.Cli.Kjoering;
using Felles.Enhetsregister;
using Felles.Folkeregister;
using Felles.Maskinporten;
using Felles.Storage;
using Felles.Tenor;
using Felles.Tilgang;
using Felles.Web.Token;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Felles.Cli.Maal;

/// <summary>
/// The registers on a data folder without a server: composed as the host composes them, so that migrations, locks and checks are the same.
/// Settings come from the environment as the host's do, and what it does not say of mode and environment from the database; no population
/// is made by itself.
/// </summary>
internal static class Mappevert
{
    /// <param name="mappe">The data folder.</param>
    /// <param name="lag">Whether an absent folder is made; otherwise a misspelt name would be an empty register.</param>
    /// <param name="ct">Stops it.</param>
    internal static async Task<IHost> ByggAsync(DirectoryInfo mappe, bool lag, CancellationToken ct)
    {
        if (!lag && !mappe.Exists)
            throw new Kommandofeil(
                Utgangskode.FeilBruk, $"There is no data folder {mappe.FullName}.", "A host makes one at its first start.");
        var bygger = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        bygger.Configuration.AddInMemoryCollection(
        [
            new("Felles:DataDirectory", mappe.FullName),
            new("Felles:Population:Size", "0"),
        ]);

        await FyllUtAsync(bygger.Configuration, mappe, ct);

        // The one at the keyboard gets the command's own words; a failure is an exception and not a log line.
        bygger.Logging.ClearProviders();
        bygger.Services
            .AddStorage(bygger.Configuration)
            .AddTokenCheck(bygger.Configuration)
            .AddEnhetsregister(bygger.Configuration)
            .AddTilgang(bygger.Configuration)
            .AddFolkeregister(bygger.Configuration)
            .AddMaskinporten(bygger.Configuration)
            .AddTenor(bygger.Configuration);
        return bygger.Build();
    }

    /// <summary>Builds, takes the folder's lock and brings its schema up to date.</summary>
    internal static async Task<IHost> StartAsync(DirectoryInfo mappe, bool lag, CancellationToken ct)
    {
        var vert = await ByggAsync(mappe, lag, ct);
        try
        {
            await vert.StartAsync(ct);
            return vert;
        }
        catch
        {
            await SlippAsync(vert);
            throw;
        }
    }

    internal static async ValueTask SlippAsync(IHost vert)
    {
        await ((IAsyncDisposable)vert).DisposeAsync();
    }

    /// <summary>Without this, a command in a shell with no settings would take every database for a sandbox's.</summary>
    private static async Task FyllUtAsync(ConfigurationManager oppsett, DirectoryInfo mappe, CancellationToken ct)
    {
        var valg = new FellesOptions { DataDirectory = mappe.FullName, Database = oppsett["Felles:Database"] ?? "sqlite" };
        if (valg.Validate(new(valg)).Any() || await Instans.ReadAsync(valg, ct) is not { } instans)
            return;
        oppsett["Felles:Mode"] ??= instans.Mode.ToString();
        oppsett["Felles:Miljoe"] ??= instans.Miljoe.ToString();
    }
}

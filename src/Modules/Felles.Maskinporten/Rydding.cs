using Felles.Maskinporten.Noekler;
using Felles.Maskinporten.Token;
using Felles.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Felles.Maskinporten;

/// <summary>
/// Once a minute: used ids and retired keys that nothing can refer to any more. Several hosts may do so at once; the second finds nothing.
/// </summary>
internal sealed partial class Rydding(Engangsminne minne, Signeringslager noekler, TimeProvider clock, ILogger<Rydding> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await RyddAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task RyddAsync(CancellationToken ct)
    {
        try
        {
            await minne.RyddAsync(ct);
            await noekler.RyddAsync(ct);
        }
        catch (DatabaseUnavailableException e)
        {
            LogNotPruned(logger, e);
        }
    }

    [LoggerMessage(4101, LogLevel.Warning, "Used token ids were not pruned; the next round takes them")]
    private static partial void LogNotPruned(ILogger logger, Exception exception);
}

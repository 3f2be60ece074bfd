using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Felles.Maskinporten.Sertifikater;

/// <summary>
/// Keeps the revocation lists of the settings in memory: read before the server listens, and again when they are old. A source that does
/// not answer costs a line in the log; its last list counts until its own time is out.
/// </summary>
internal sealed partial class Sperrelistefoelger(
    SertifikatOptions options, Sperrelister lister, Sperrelistehenting henting, TimeProvider clock, ILogger<Sperrelistefoelger> logger)
    : BackgroundService
{
    private readonly Dictionary<string, DateTimeOffset> hentet = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim en = new(1, 1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await OppdaterAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Reads those lists anew whose time it is.</summary>
    public async Task OppdaterAsync(CancellationToken ct)
    {
        await en.WaitAsync(ct);
        try
        {
            var naa = clock.GetUtcNow();
            var (kilder, lest) = (options.Sperrelister.Where(k => ErGammel(k, naa)).Distinct(StringComparer.Ordinal).ToArray(), naa);
            await Task.WhenAll(kilder.Select(k => HentAsync(k, ct)));
            foreach (var kilde in kilder)
                hentet[kilde] = lest;
        }
        finally
        {
            en.Release();
        }
    }

    public override void Dispose()
    {
        en.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await OppdaterAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    // A list that is missing or past its time is asked for at every round.
    private bool ErGammel(string kilde, DateTimeOffset naa) =>
        lister.Fra(kilde) is not { } liste || liste.Til <= naa
        || !hentet.TryGetValue(kilde, out var sist) || naa - sist >= TimeSpan.FromMinutes(options.SperrelisteMinutter);

    private async Task HentAsync(string kilde, CancellationToken ct)
    {
        try
        {
            if (!lister.Ta(kilde, await henting.HentAsync(kilde, ct)))
                LogOlder(logger, kilde);
        }
        catch (InvalidDataException e)
        {
            LogNotRead(logger, kilde, e.Message);
        }
    }

    [LoggerMessage(4110, LogLevel.Warning, "The revocation list {Source} was not taken: {Reason}")]
    private static partial void LogNotRead(ILogger logger, string source, string reason);

    [LoggerMessage(4111, LogLevel.Warning, "The revocation list {Source} is older than the one already in use, and was not taken")]
    private static partial void LogOlder(ILogger logger, string source);
}

using Felles.Folkeregister.Contracts;
using Felles.Kernel.Tid;
using Felles.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Felles.Folkeregister.Hendelser.Rydding;

/// <summary>
/// Removes what is older than 36 months by the register's clock: events, their documents, and person documents that were superseded so long
/// ago. Once a day of that clock, on one host, a little at a time so that no write waits for it.
/// </summary>
internal sealed partial class Hendelsesrydding(
    Database database, SequencePages sider, SequenceRetention logg, Registerklokke klokke, TimeProvider tid,
    ILogger<Hendelsesrydding> logger) : BackgroundService
{
    private const int Stykke = 500;

    // The register's clock may be moved, so it is looked at often; the day's work is done once.
    private static readonly TimeSpan Blikk = TimeSpan.FromMinutes(1);

    private readonly Lease leie = new(database, "hendelsesrydding", TimeSpan.FromMinutes(10));

    /// <summary>Removes all that is too old now. Answers how many events went.</summary>
    public async Task<long> RyddAsync(CancellationToken ct)
    {
        var grense = Hendelsesfrist.Grense(klokke);
        var hendelser = await FjernHendelserAsync(grense, ct);
        await new Dokumentrydding(database, Microseconds.From(grense)).RyddAsync(ct);
        return hendelser;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateOnly? sist = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (klokke.IDag != sist && await leie.TakeAsync(stoppingToken))
                {
                    var dag = klokke.IDag;
                    var antall = await RyddAsync(stoppingToken);
                    sist = dag;
                    if (antall > 0)
                        LogRyddet(logger, antall);
                    await leie.ReleaseAsync(stoppingToken);
                }
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // Stopped in the middle: tomorrow's work, or the next host's.
            }
            catch (Exception e)
            {
                // Must not die: what is left lies until the next look.
                LogFeilet(logger, e);
            }

            await Task.Delay(Blikk, tid, stoppingToken).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }

    private async Task<long> FjernHendelserAsync(DateTimeOffset grense, CancellationToken ct)
    {
        var under = await FoersteUngeAsync(grense, ct);
        var sum = 0L;
        for (int fjernet; (fjernet = await logg.DeleteBelowAsync(Personendring.Stroem, under, Stykke, ct)) > 0;)
            sum += fjernet;
        return sum;
    }

    /// <summary>The number below which all are too old.</summary>
    private async ValueTask<long> FoersteUngeAsync(DateTimeOffset grense, CancellationToken ct)
    {
        var fra = await sider.FirstAsync(Personendring.Stroem, ct);
        while (true)
        {
            var funnet = new long[] { fra };
            var antall = await sider.ReadAsync(
                Personendring.Stroem, fra, Stykke, (grense, funnet),
                static (s, nr, noekkel, innhold) =>
                {
                    var gammel = Personendring.Les(noekkel, innhold).Ajourholdstidspunkt < s.grense;
                    s.funnet[0] = gammel ? nr + 1 : nr;
                    return gammel;
                },
                ct);
            if (antall < Stykke || funnet[0] < fra + Stykke)
                return funnet[0];
            fra = funnet[0];
        }
    }

    [LoggerMessage(EventId = 3100, Level = LogLevel.Information, Message = "{Antall} events older than they are kept are removed")]
    private static partial void LogRyddet(ILogger logger, long antall);

    [LoggerMessage(EventId = 3101, Level = LogLevel.Error, Message = "Removing old events failed and is tried again")]
    private static partial void LogFeilet(ILogger logger, Exception exception);
}

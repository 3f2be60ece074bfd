using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Felles.Storage;

/// <summary>
/// Follows a stream with a durable cursor of its own. The handler's writes and the cursor's step are one unit of work, so each event takes
/// effect exactly once, in order, in one process or in many: the cursor's row is locked while a batch is handled, and other hosts pass it
/// by.
/// </summary>
public abstract partial class Follower(Database database, SequenceLog log, ILogger logger, string navn, string stroem) : BackgroundService
{
    private const int MaxEvents = 200;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private bool _registered;

    /// <summary>Where a follower that has never run starts: after this number. 0 is the beginning of the stream.</summary>
    protected virtual ValueTask<long> StartAfterAsync(CancellationToken ct) => ValueTask.FromResult(0L);

    /// <summary>
    /// Handles one event inside the unit. What throws is rolled back and tried again, with longer and longer pauses; the line waits.
    /// </summary>
    protected abstract ValueTask HandleAsync(UnitOfWork unit, SequencedEvent hendelse, CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (failures, alone) = (0, 0);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RegisterAsync(stoppingToken);
                // After a failure one event at a time for as long as the batch was, so that those before the troublesome one get through.
                var position = await HandleBatchAsync(alone > 0 ? 1 : MaxEvents, stoppingToken);
                (failures, alone) = (0, Math.Max(0, alone - 1));
                if (position is { } at) await WaitAsync(at, stoppingToken);
                else await Task.Delay(Poll, stoppingToken); // another host is at it
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception e)
            {
                (failures, alone) = (failures + 1, MaxEvents);
                LogFailed(logger, navn, failures, e);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(60_000, 100 << Math.Min(failures, 10))), stoppingToken)
                    .ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task RegisterAsync(CancellationToken ct)
    {
        if (_registered) return;
        var start = await StartAfterAsync(ct);
        await database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(
            unit.Sql("insert into felles.foelger (navn, stroem, sekvensnummer) values (@navn, @stroem, @start) on conflict (navn) do nothing"),
            new { navn, stroem, start }, unit.Transaction), ct);
        _registered = true;
    }

    /// <summary>Returns the cursor afterwards, or null when another host holds it.</summary>
    private Task<long?> HandleBatchAsync(int maks, CancellationToken ct) => database.WriteAsync<long?>(async (unit, ct) =>
    {
        var at = await unit.Connection.ExecuteScalarAsync<long?>(
            unit.Sql("select sekvensnummer from felles.foelger where navn = @navn {skip locked}"), new { navn }, unit.Transaction);
        if (at is null) return null;
        var events = await log.ReadAsync(unit.Connection, stroem, at.Value + 1, maks, ct);
        if (events.Count == 0) return at;
        foreach (var hendelse in events) await HandleAsync(unit, hendelse, ct);
        var siste = events[^1].Sekvensnummer;
        await unit.Connection.ExecuteAsync(
            unit.Sql("update felles.foelger set sekvensnummer = @siste where navn = @navn"), new { navn, siste }, unit.Transaction);
        return siste;
    }, ct);

    /// <summary>Waits for the next event, but not for ever: a host that handled a batch may have died without telling.</summary>
    private async Task WaitAsync(long after, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            await log.WaitAsync(stroem, after, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
        }
    }

    [LoggerMessage(EventId = 1110, Level = LogLevel.Error, Message = "Follower {Navn} failed {Failures} times in a row and tries again")]
    private static partial void LogFailed(ILogger logger, string navn, int failures, Exception exception);
}

using Felles.Storage.PostgreSql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Felles.Storage;

/// <summary>
/// Keeps state in the memory of every host in step with a stream, and knows how old its knowledge is. The state is loaded before the server
/// listens. Applying an event must be idempotent: the state may already contain the first events that are applied to it.
/// </summary>
public abstract partial class MemoryFollower(Database database, SequenceLog log, TimeProvider time, ILogger logger, string stroem)
    : BackgroundService
{
    private const int MaxEvents = 1000;
    private static readonly TimeSpan Contact = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _hurry = new(0);
    private long _position;
    private long _confirmed = long.MinValue;

    /// <summary>The number of the last event applied.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>
    /// How old this host's knowledge is at most: the time since the last moment at which it is certain that everything committed until
    /// then, on any host, was applied here. Counts events that are committed but not numbered yet. On SQLite there is no other host: zero
    /// when all is applied.
    /// </summary>
    public TimeSpan Behind
    {
        get
        {
            if (database.Dialect == Dialect.Sqlite && Position >= log.KnownLast(stroem)
                && Volatile.Read(ref _confirmed) != long.MinValue) return TimeSpan.Zero;
            var confirmed = Volatile.Read(ref _confirmed);
            return confirmed == long.MinValue ? TimeSpan.MaxValue : time.GetElapsedTime(confirmed);
        }
    }

    /// <summary>Loads the whole state. Called once, after the position was read, so nothing between the two is missed.</summary>
    protected abstract ValueTask LoadAsync(CancellationToken ct);

    protected abstract ValueTask ApplyAsync(SequencedEvent hendelse, CancellationToken ct);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _position, await log.LastAsync(stroem, cancellationToken));
        // The state has all that was committed before it was read, also what still waits for its number, as it may at a first start.
        var asked = time.GetTimestamp();
        await LoadAsync(cancellationToken);
        Volatile.Write(ref _confirmed, asked);
        await CatchUpOnceAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Completes when everything that was committed before the call is applied here.</summary>
    public async Task CatchUpAsync(CancellationToken ct = default)
    {
        var asked = time.GetTimestamp();
        while (Volatile.Read(ref _confirmed) < asked)
        {
            // Reading the stream here too, instead of waiting for the loop, would apply events twice and out of order.
            _hurry.Release();
            await Task.Delay(2, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WaitAsync(stoppingToken);
                await CatchUpOnceAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // Stopped, or disposed of under the loop because another part of the host did not start: its failure is the one to tell.
            }
            catch (Exception e)
            {
                // The age of the knowledge grows meanwhile, and who asks for it sees that.
                LogFailed(logger, stroem, e);
                await Task.Delay(Contact, stoppingToken).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _hurry.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task WaitAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var next = log.WaitAsync(stroem, Position, limit.Token);
        var hurry = _hurry.WaitAsync(limit.Token);
        await Task.WhenAny(next, hurry, Task.Delay(Contact, limit.Token));
        await limit.CancelAsync();
        while (_hurry.Wait(0, ct)) { }
    }

    private async Task CatchUpOnceAsync(CancellationToken ct)
    {
        while (true)
        {
            // The moment is taken before the question: what is committed after it may or may not be in the answer.
            var asked = time.GetTimestamp();
            var waiting = await OldestWaitingAsync(ct);
            var events = await log.ReadAsync(stroem, Position + 1, MaxEvents, ct);
            foreach (var hendelse in events)
            {
                await ApplyAsync(hendelse, ct);
                Volatile.Write(ref _position, hendelse.Sekvensnummer);
            }

            if (events.Count == MaxEvents) continue;
            // Not "nothing waits": on a busy stream something always does, and the knowledge is only as old as the oldest of it.
            Volatile.Write(ref _confirmed, Math.Max(_confirmed, asked - (long)(waiting.TotalSeconds * time.TimestampFrequency)));
            return;
        }
    }

    /// <summary>
    /// How long the oldest committed event of the stream has waited for its number, by the database's clock; zero when none waits. Its time
    /// was set before its commit, so everything committed earlier has a number. Asked before the log is read: what is numbered between the
    /// two is then in the log. If the numbering host has stopped, this grows and the knowledge here ages, although the line stands still.
    /// </summary>
    private async ValueTask<TimeSpan> OldestWaitingAsync(CancellationToken ct)
    {
        if (database is not PostgreSqlDatabase) return TimeSpan.Zero;
        return await database.ReadPrimaryAsync((database, stroem), static async (connection, q, ct) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = q.database.Sql(
                "select greatest(0, {now} - coalesce((select min(tid) from felles.utboks where stroem = @stroem), {now}))");
            command.AddParameter("stroem", q.stroem);
            return TimeSpan.FromMicroseconds((long)(await command.ExecuteScalarAsync(ct))!);
        }, ct);
    }

    [LoggerMessage(EventId = 1111, Level = LogLevel.Warning, Message = "Following {Stroem} failed and is tried again")]
    private static partial void LogFailed(ILogger logger, string stroem, Exception exception);
}

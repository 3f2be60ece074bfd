using Microsoft.Extensions.Logging;

namespace Felles.Storage.PostgreSql;

/// <summary>
/// Runs on every host: the one with the lease numbers, all listen. A commit wakes the numbering host at once; the slow poll is only for
/// what was committed by a host that died before it could tell.
/// </summary>
internal sealed partial class PostgreSqlSequencing : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(3);

    private readonly PostgreSqlDatabase _database;
    private readonly PostgreSqlListener _listener;
    private readonly PostgreSqlNumbering _numbering;
    private readonly Lease _lease;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private int _published;
    private Task _running = Task.CompletedTask;

    public PostgreSqlSequencing(PostgreSqlDatabase database, StreamSignals signals, ILogger logger)
    {
        _database = database;
        _logger = logger;
        _lease = new Lease(database, "sekvensiering", LeaseTime);
        _numbering = new PostgreSqlNumbering(database, _lease, signals, new OutboxFloor(database, TimeSpan.FromSeconds(1)));
        _listener = new PostgreSqlListener(database, signals, Wake, logger);
        database.OnPublished((_, _) =>
        {
            Volatile.Write(ref _published, 1);
            Wake();
        });
    }

    public void Start() => _running = Task.WhenAll(Task.Run(RunAsync), Task.Run(() => _listener.RunAsync(_stopping.Token)));

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;
        await _stopping.CancelAsync();
        await _running;
        try
        {
            await _lease.ReleaseAsync();
        }
        catch (DatabaseUnavailableException)
        {
            // The lease runs out by itself.
        }

        _stopping.Dispose();
        _wake.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await StepAsync();
                await _wake.WaitAsync(Poll, _stopping.Token);
                while (_wake.Wait(0)) { } // one round serves all who knocked
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
            }
            catch (Exception e)
            {
                // Must not die: without it the line stands still. A lost database comes back.
                LogFailed(e);
                await Task.Delay(Poll, CancellationToken.None);
            }
        }
    }

    private async Task StepAsync()
    {
        var published = Interlocked.Exchange(ref _published, 0) == 1;
        if (await _numbering.HoldsLeaseAsync(LeaseTime / 3, _stopping.Token)) await _numbering.NumberAllAsync(_stopping.Token);
        else if (published) await TellNumberingHostAsync();
    }

    /// <summary>
    /// Outside the writers' transactions and once for many of them: NOTIFY inside a transaction takes a lock over the whole server at
    /// commit, which would put all writers in one queue and end the group commit.
    /// </summary>
    private async Task TellNumberingHostAsync()
    {
        await using var command = _database.Primary.CreateCommand($"select pg_notify('{PostgreSqlListener.OutboxChannel}', '')");
        await command.ExecuteNonQueryAsync(_stopping.Token);
    }

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (ObjectDisposedException)
        {
            // A last commit or notice while closing; the next host numbers it.
        }
    }

    [LoggerMessage(EventId = 1100, Level = LogLevel.Warning, Message = "Numbering of events failed and is tried again")]
    private partial void LogFailed(Exception exception);
}

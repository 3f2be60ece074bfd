using Microsoft.Extensions.Logging;
using Npgsql;

namespace Felles.Storage.PostgreSql;

/// <summary>
/// One connection that listens: for new numbers, which wake followers, and for filled outboxes, which wake the numbering.
/// </summary>
internal sealed partial class PostgreSqlListener(PostgreSqlDatabase database, StreamSignals signals, Action outboxFilled, ILogger logger)
{
    public const string EventChannel = "felles_hendelse";
    public const string OutboxChannel = "felles_utboks";

    // A silent connection may be a dead one; this often the heads are asked for on the same connection, which finds out.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
            }
            catch (Exception e)
            {
                LogLost(e);
                await Task.Delay(Silence, ct).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.Primary.OpenConnectionAsync(ct);
        connection.Notification += OnNotification;
        try
        {
            await using (
                var listen = new NpgsqlCommand(
                $"listen {EventChannel}; listen {OutboxChannel}", connection)) await listen.ExecuteNonQueryAsync(ct);
            while (!ct.IsCancellationRequested)
            {
                // After LISTEN, not before: what was numbered in between would be missed by both.
                await ReadHeadsAsync(connection, ct);
                while (await connection.WaitAsync(Silence, ct)) { }
            }
        }
        finally
        {
            connection.Notification -= OnNotification;
            // The connection goes back to a pool that does not reset; it must not carry the subscription with it.
            if (connection.FullState.HasFlag(System.Data.ConnectionState.Open) && !ct.IsCancellationRequested)
            {
                await using var stop = new NpgsqlCommand("unlisten *", connection);
                await stop.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }

    private async Task ReadHeadsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select navn, siste from felles.stroem", connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) signals.Advance(rows.GetString(0), rows.GetInt64(1));
    }

    private void OnNotification(object sender, NpgsqlNotificationEventArgs notice)
    {
        if (notice.Channel == OutboxChannel)
        {
            outboxFilled();
            return;
        }

        var space = notice.Payload.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && long.TryParse(notice.Payload.AsSpan(0, space), out var siste)) signals.Advance(
            notice.Payload[(space + 1)..], siste);
    }

    [LoggerMessage(
        EventId = 1101, Level = LogLevel.Warning, Message = "The listening connection to PostgreSQL was lost and is opened again")]
    private partial void LogLost(Exception exception);
}

using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Felles.Storage.PostgreSql;

/// <summary>
/// Every program that runs on a PostgreSQL database holds one lock of it shared, on a connection of its own; who empties the database holds
/// it alone. It is what the lock of the data folder is for SQLite, seen from every machine.
/// </summary>
public sealed partial class HostLock(IOptions<FellesOptions> options, ILogger<HostLock> logger) : BackgroundService, IStartupStep
{
    /// <summary>"FELLHOST".</summary>
    private const long Key = 0x4645_4C4C_484F_5354;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private NpgsqlConnection? _connection;

    /// <summary>Before the migrations, so that nobody empties the database while they run.</summary>
    int IStartupStep.Order => -1;

    /// <summary>Whether another program runs on the same database now. On SQLite none can.</summary>
    public async Task<bool> OthersRunAsync(CancellationToken ct)
    {
        if (options.Value.IsSqlite) return false;
        await using var connection = await ConnectAsync(options.Value.Database, ct);
        // Our own lock is lost for a moment with its connection, so it is left out and not counted on.
        int? own = _connection is { FullState: System.Data.ConnectionState.Open } held ? held.ProcessID : null;
        return await connection.ExecuteScalarAsync<long>("""
            select count(*) from pg_locks
             where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
               and classid::bigint = @Key >> 32 and objid::bigint = @Key & 4294967295 and objsubid = 1 and pid is distinct from @own
            """, new { Key, own }) > 0;
    }

    async Task IStartupStep.RunAsync(CancellationToken ct)
    {
        if (options.Value.IsSqlite) return;
        try
        {
            await TakeAsync(ct);
        }
        catch (Exception e) when (PostgreSqlErrors.IsUnavailable(e))
        {
            throw PostgreSqlErrors.Unavailable(e);
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        // Given back in so many words: the server notices a closed connection only in a while, and a reset in this process comes at once.
        try
        {
            if (_connection?.FullState == System.Data.ConnectionState.Open) _connection.Execute("select pg_advisory_unlock_all()");
        }
        catch (NpgsqlException)
        {
            // A lost server has no lock to give back.
        }
        finally
        {
            _connection?.Dispose();
        }
    }

    /// <summary>Takes the lock alone; it is held until the connection is disposed.</summary>
    /// <exception cref="DatabaseInUseException">Somebody runs on the database.</exception>
    internal static async Task<NpgsqlConnection> TakeAloneAsync(string connectionString, CancellationToken ct)
    {
        var connection = await ConnectAsync(connectionString, ct);
        try
        {
            // A program that was just killed is gone for the server a moment later.
            await connection.ExecuteAsync("set lock_timeout = '2s'");
            await connection.ExecuteAsync("select pg_advisory_lock(@Key)", new { Key });
            return connection;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await connection.DisposeAsync();
            throw new DatabaseInUseException();
        }
    }

    /// <summary>Takes the lock again when its connection is lost.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_connection is not null && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Beat, stoppingToken);
                if (_connection.FullState == System.Data.ConnectionState.Open) await _connection.ExecuteAsync("select 1");
                else await TakeAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception e)
            {
                LogLost(e);
            }
        }
    }

    private async Task TakeAsync(CancellationToken ct)
    {
        if (_connection is not null) await _connection.DisposeAsync();
        _connection = await ConnectAsync(options.Value.Database, ct);
        await _connection.ExecuteAsync("select pg_advisory_lock_shared(@Key)", new { Key });
    }

    /// <summary>Never pooled: a pooled connection would take the lock with it into the pool.</summary>
    private static async Task<NpgsqlConnection> ConnectAsync(string connectionString, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var source = DataSources.Primary(settings.ConnectionString, static _ => { });
        return await source.OpenConnectionAsync(ct);
    }

    [LoggerMessage(
        EventId = 1102, Level = LogLevel.Warning,
        Message = "The connection that shows a reset that this host runs was lost and is opened again")]
    private partial void LogLost(Exception exception);
}

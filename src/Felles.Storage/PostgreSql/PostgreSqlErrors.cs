using Npgsql;

namespace Felles.Storage.PostgreSql;

internal static class PostgreSqlErrors
{
    /// <summary>True when the server, not the statement, is at fault: lost connection, shutdown, too many connections, full disk.</summary>
    public static bool IsUnavailable(Exception exception) => exception switch
    {
        PostgresException e => e.SqlState[..2] is "08" or "53" or "57" or "58" && e.SqlState != PostgresErrorCodes.QueryCanceled
            || e.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction, // the primary became a standby
        NpgsqlException e => e.IsTransient || e.InnerException is IOException or System.Net.Sockets.SocketException or TimeoutException,
        _ => false,
    };

    /// <summary>The server has certainly rolled the transaction back and asks for another try.</summary>
    public static bool IsRolledBackByRace(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    public static DatabaseUnavailableException Unavailable(Exception inner) =>
        new("PostgreSQL cannot be reached, or refused to work.", inner);
}

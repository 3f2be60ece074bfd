using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Felles.Storage.Sqlite;

internal static class SqliteErrors
{
    public static void Check(int rc, sqlite3 connection)
    {
        if (rc != raw.SQLITE_OK) throw Create(rc, connection);
    }

    public static SqliteException Create(int rc, sqlite3 connection) =>
        new($"SQLite error {rc}: {raw.sqlite3_errmsg(connection).utf8_to_string()}", rc & 0xff, raw.sqlite3_extended_errcode(connection));

    /// <summary>
    /// True for faults of the disk or the file, where trying again later can help; false for faults in the statement or its data.
    /// </summary>
    public static bool IsUnavailable(Exception exception) => exception switch
    {
        SqliteException e => e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR or raw.SQLITE_FULL
            or raw.SQLITE_CANTOPEN or raw.SQLITE_NOMEM or raw.SQLITE_READONLY or raw.SQLITE_PROTOCOL,
        IOException or UnauthorizedAccessException => true,
        _ => false,
    };
}

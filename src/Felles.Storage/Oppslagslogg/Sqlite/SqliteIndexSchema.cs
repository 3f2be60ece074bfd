using Dapper;
using Microsoft.Data.Sqlite;

namespace Felles.Storage.Oppslagslogg.Sqlite;

/// <summary>
/// The index file. What it holds can be derived, so a commit need not wait for the disk, and an unknown version is simply emptied.
/// </summary>
internal static class SqliteIndexSchema
{
    private const long Version = 2;

    private const string Tables = """
        DROP TABLE IF EXISTS index_cursor;
        DROP TABLE IF EXISTS index_run;
        DROP TABLE IF EXISTS index_page;
        CREATE TABLE index_cursor (writer INTEGER PRIMARY KEY, start_hash BLOB NOT NULL, block INTEGER NOT NULL) STRICT;
        CREATE TABLE index_run (
            writer INTEGER NOT NULL, run INTEGER NOT NULL, segment INTEGER NOT NULL, month INTEGER NOT NULL,
            last_block INTEGER NOT NULL, time_from INTEGER NOT NULL, time_to INTEGER NOT NULL,
            PRIMARY KEY (writer, run)) STRICT, WITHOUT ROWID;
        CREATE TABLE index_page (
            writer INTEGER NOT NULL, run INTEGER NOT NULL, kind INTEGER NOT NULL, key INTEGER NOT NULL,
            time INTEGER NOT NULL, number INTEGER NOT NULL, entries BLOB NOT NULL,
            PRIMARY KEY (writer, run, kind, key, time, number)) STRICT;
        PRAGMA user_version = 2;
        """;

    public static void Ensure(SqliteConnection connection)
    {
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; " + SqliteLogConnection.BusyTimeout);
        if (connection.ExecuteScalar<long>("PRAGMA user_version") == Version)
            return;
        using var transaction = connection.BeginTransaction();
        if (connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction) != Version)
            connection.Execute(Tables, transaction: transaction);
        transaction.Commit();
    }
}

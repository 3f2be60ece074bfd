using Dapper;
using Microsoft.Data.Sqlite;

namespace Felles.Storage.Oppslagslogg.Sqlite;

/// <summary>Creates the tables. <c>user_version</c> numbers the schema; a program refuses a file from a later version.</summary>
internal static class SqliteLogSchema
{
    private const long Version = 1;

    // The payload is the last column: the short ones are then read without touching its overflow pages.
    private const string Tables = """
        CREATE TABLE writer (
            writer INTEGER PRIMARY KEY, opened INTEGER NOT NULL, host TEXT NOT NULL, start_hash BLOB NOT NULL,
            blocks INTEGER NOT NULL, records INTEGER NOT NULL, hash BLOB NOT NULL,
            sealed_segments INTEGER NOT NULL, sealed_blocks INTEGER NOT NULL, sealed_records INTEGER NOT NULL, sealed_hash BLOB NOT NULL,
            closed INTEGER NULL) STRICT;
        CREATE TABLE block (
            writer INTEGER NOT NULL, number INTEGER NOT NULL, segment INTEGER NOT NULL, first_record INTEGER NOT NULL,
            records INTEGER NOT NULL, time INTEGER NOT NULL, month INTEGER NOT NULL, hash BLOB NOT NULL, payload BLOB NOT NULL,
            PRIMARY KEY (writer, number)) STRICT, WITHOUT ROWID;
        CREATE TABLE checkpoint (
            number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, writer INTEGER NOT NULL, segment INTEGER NOT NULL,
            first_block INTEGER NOT NULL, last_block INTEGER NOT NULL, first_record INTEGER NOT NULL, records INTEGER NOT NULL,
            time_from INTEGER NOT NULL, time_to INTEGER NOT NULL, month INTEGER NOT NULL, reason INTEGER NOT NULL, time INTEGER NOT NULL,
            start_hash BLOB NOT NULL, end_hash BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
        CREATE TABLE chain (id INTEGER PRIMARY KEY CHECK (id = 1), checkpoints INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
        INSERT INTO chain VALUES (1, 0, zeroblob(32));
        PRAGMA user_version = 1;
        """;

    public static void Ensure(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        var version = connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction);
        if (version > Version)
            throw new InvalidOperationException(
                $"The look-up log has schema {version}; this program knows {Version}. Start a newer program.");
        if (version == 0)
            connection.Execute(Tables, transaction: transaction);
        transaction.Commit();
    }
}

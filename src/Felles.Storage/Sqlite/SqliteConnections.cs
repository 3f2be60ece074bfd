using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Felles.Storage.Sqlite;

/// <summary>Opens SQLite connections with the settings that the promises rest on, and asks each writer to prove them.</summary>
internal static class SqliteConnections
{
    static SqliteConnections()
    {
        Batteries_V2.Init();
        // Memory statistics take one global mutex on every allocation inside SQLite: with them on, readers on several cores wait for each
        // other. It must be set before the library starts; Init only names the provider.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>The one writer of a file. WAL and FULL: each commit is flushed to the disk before it returns.</summary>
    public static SqliteConnection OpenWriter(string path, out DurabilityProof proof)
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Execute(connection, "pragma journal_mode = wal");
            Execute(connection, "pragma synchronous = full");
            // The writer moves pages from the log to the file inside a commit; fewer, larger moves cost less than SQLite's default of 1 000
            // pages.
            Execute(connection, "pragma wal_autocheckpoint = 4000");
            Execute(connection, "pragma journal_size_limit = 67108864");
            Execute(connection, "pragma foreign_keys = on");
            Execute(connection, "pragma cache_size = -65536");
            proof = Prove(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection OpenReader(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadOnly);
        // A reader's own page cache is emptied by every commit of the writer; the memory map stays, and is shared by all readers.
        Execute(connection, "pragma mmap_size = 68719476736");
        Execute(connection, "pragma query_only = on");
        return connection;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 30,
        }.ConnectionString);
        connection.Open();
        // For statements that are stepped directly; commands wait by themselves.
        _ = raw.sqlite3_busy_timeout(connection.Handle!, 10_000);
        return connection;
    }

    private static DurabilityProof Prove(SqliteConnection connection, string path)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["journal_mode"] = Ask(connection, "pragma journal_mode"),
            ["synchronous"] = Ask(connection, "pragma synchronous"),
        };
        // 2 is FULL: https://www.sqlite.org/pragma.html#pragma_synchronous
        if (settings["journal_mode"] != "wal" || settings["synchronous"] != "2")
        {
            throw new DurabilityException(
                $"SQLite in {path} answers journal_mode = {settings["journal_mode"]} and synchronous = {settings["synchronous"]}, "
                + "but acknowledged writes are safe only with wal and 2 (FULL). Is the folder on a file system without shared memory, such as a network share?");
        }

        return new DurabilityProof(Path.GetFileName(path), settings);
    }

    private static string Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar()) ?? "";
    }
}

using System.Diagnostics;
using Felles.Bench.Maaling;
using Microsoft.Data.Sqlite;

namespace Felles.Bench.Motstykker;

/// <summary>The least that storing persons can cost: as many bytes, one row each, one prepared insert, a commit in ten thousand.</summary>
internal static class BareSqlite
{
    private const int PerCommit = 10_000;

    /// <summary>The processor time of this process.</summary>
    public static TimeSpan Store(DirectoryInfo folder, byte[] document, int rows)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "bare.db")};Pooling=false");
        connection.Open();
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = full");
        Execute(connection, "create table bare (id integer primary key, innhold blob not null)");
        using var self = Process.GetCurrentProcess();
        var before = ProcessCpu.Of(self);
        for (var from = 0; from < rows; from += PerCommit)
        {
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = "insert into bare values ($id, $innhold)";
            var id = insert.Parameters.Add("$id", SqliteType.Integer);
            insert.Parameters.Add("$innhold", SqliteType.Blob).Value = document;
            insert.Prepare();
            for (var i = from; i < Math.Min(rows, from + PerCommit); i++)
            {
                id.Value = i;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return ProcessCpu.Of(self) - before;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

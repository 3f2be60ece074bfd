using System.Data.Common;
using System.Runtime.CompilerServices;
using Felles.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Felles.Folkeregister.Lager;

/// <summary>
/// One prepared statement a connection, stepped directly: making a command for each call costs several times the look-up itself, and the
/// blobs are read where SQLite has them.
/// </summary>
internal sealed class SqlitePersonoppslag(Database database) : Personoppslag
{
    private readonly ConditionalWeakTable<DbConnection, Uttrykk> uttrykk = [];
    private readonly string sql = database.Sql(Punkt);

    public override ValueTask<bool> LesAsync(long identifikator, IPersonmottaker mottaker, CancellationToken ct) =>
        database.ReadAsync(
            (Leser: this, identifikator, mottaker),
            static (connection, s, _) => ValueTask.FromResult(s.Leser.For(connection).Les(s.identifikator, s.identifikator, s.mottaker)),
            ct);

    public override async ValueTask LesMangeAsync(
        IReadOnlyCollection<long> identifikatorer, IPersonmottaker mottaker, CancellationToken ct) =>
        await database.ReadAsync(
            (Leser: this, identifikatorer, mottaker),
            static (connection, s, ct) =>
            {
                var klart = s.Leser.For(connection);
                foreach (var id in s.identifikatorer)
                {
                    ct.ThrowIfCancellationRequested();
                    klart.Les(id, id, s.mottaker);
                }

                return new ValueTask<bool>(true);
            },
            ct);

    private Uttrykk For(DbConnection connection) =>
        uttrykk.TryGetValue(connection, out var kjent) ? kjent : uttrykk.GetValue(connection, c => new Uttrykk((SqliteConnection)c, sql));

    private sealed class Uttrykk
    {
        private readonly SqliteConnection connection;
        private readonly sqlite3_stmt stmt;

        public Uttrykk(SqliteConnection connection, string sql)
        {
            this.connection = connection;
            SqliteException.ThrowExceptionForRC(
                raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out stmt), connection.Handle);
        }

        public bool Les(long spurt, long id, IPersonmottaker mottaker)
        {
            long peker;
            _ = raw.sqlite3_bind_int64(stmt, 1, id);
            try
            {
                var rc = raw.sqlite3_step(stmt);
                if (rc == raw.SQLITE_DONE)
                    return false;
                if (rc != raw.SQLITE_ROW)
                    SqliteException.ThrowExceptionForRC(rc, connection.Handle);
                if (raw.sqlite3_column_type(stmt, 0) == raw.SQLITE_NULL)
                {
                    mottaker.Motta(new Personrad
                    {
                        Spurt = spurt,
                        Identifikator = id,
                        Personnoekkel = raw.sqlite3_column_int64(stmt, 1),
                        Dokumentid = raw.sqlite3_column_blob(stmt, 2),
                        Dokument = raw.sqlite3_column_blob(stmt, 3),
                        Indeks = raw.sqlite3_column_blob(stmt, 4),
                    });
                    return true;
                }

                peker = raw.sqlite3_column_int64(stmt, 0);
            }
            finally
            {
                // Ends the read transaction, so that the writer can move the log into the file.
                _ = raw.sqlite3_reset(stmt);
            }

            return Les(spurt, peker, mottaker);
        }
    }
}

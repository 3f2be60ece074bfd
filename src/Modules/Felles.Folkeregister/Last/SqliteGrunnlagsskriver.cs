using Felles.Folkeregister.Lager;
using Felles.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Felles.Folkeregister.Last;

/// <summary>Prepared statements a batch, bound and stepped directly; there is one writer, so one batch at a time.</summary>
internal sealed class SqliteGrunnlagsskriver(Database database) : Grunnlagsskriver(database)
{
    public override int Samtidige => 1;

    public override Task SkrivAsync(Lastbunke bunke, CancellationToken ct) =>
        Database.WriteAsync(
            (unit, _) =>
            {
                Skriv(bunke, ((SqliteConnection)unit.Connection).Handle!);
                return ValueTask.CompletedTask;
            },
            ct);

    private void Skriv(Lastbunke bunke, sqlite3 db)
    {
        using var person = Klargjoer(db, PersonSql);
        Span<byte> id = stackalloc byte[16];
        foreach (ref readonly var rad in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bunke.Rader))
        {
            Dokumentnoekkel.Skriv(rad.Personnoekkel, 1, id);
            _ = raw.sqlite3_bind_int64(person, 1, rad.Identifikator);
            _ = raw.sqlite3_bind_int64(person, 2, rad.Personnoekkel);
            _ = raw.sqlite3_bind_blob(person, 3, id);
            _ = raw.sqlite3_bind_blob(person, 4, bunke.Dokument(rad).Span);
            _ = raw.sqlite3_bind_blob(person, 5, bunke.Indeks(rad).Span);
            Utfoer(db, person);
        }

        using var peker = Klargjoer(db, PekerSql);
        foreach (var (tidligere, gjeldende, personnoekkel) in bunke.Pekere)
        {
            _ = raw.sqlite3_bind_int64(peker, 1, tidligere);
            _ = raw.sqlite3_bind_int64(peker, 2, gjeldende);
            _ = raw.sqlite3_bind_int64(peker, 3, personnoekkel);
            Utfoer(db, peker);
        }

        SqliteSoekeskriver.Skriv(bunke, db, Database);
    }

    private sqlite3_stmt Klargjoer(sqlite3 db, string sql) => Klargjoer(db, Database, sql);

    public static sqlite3_stmt Klargjoer(sqlite3 db, Database database, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, database.Sql(sql), out var stmt), db);
        return stmt;
    }

    public static void Utfoer(sqlite3 db, sqlite3_stmt stmt)
    {
        var rc = raw.sqlite3_step(stmt);
        if (rc != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(rc, db);
        _ = raw.sqlite3_reset(stmt);
    }
}

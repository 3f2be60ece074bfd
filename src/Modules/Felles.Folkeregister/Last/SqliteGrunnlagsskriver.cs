using Felles.Folkeregister.Lager;
using Felles.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Felles.Folkeregister.Last;

/// <summary>Three prepared statements a batch, bound and stepped directly; there is one writer, so one batch at a time.</summary>
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
        using var soek = Klargjoer(db, SoekSql);
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
            _ = raw.sqlite3_bind_int64(soek, 1, rad.Personnoekkel);
            _ = raw.sqlite3_bind_int64(soek, 2, rad.Identifikator);
            _ = raw.sqlite3_bind_int(soek, 3, rad.Soek.Doed ? 1 : 0);
            _ = raw.sqlite3_bind_int(soek, 4, rad.Soek.Foedselsaar);
            _ = raw.sqlite3_bind_int(soek, 5, rad.Soek.Kjoenn);
            _ = raw.sqlite3_bind_int(soek, 6, rad.Status);
            _ = raw.sqlite3_bind_int(soek, 7, (int)rad.Soek.Gradering);
            Utfoer(db, soek);
        }

        using var peker = Klargjoer(db, PekerSql);
        foreach (var (tidligere, gjeldende, personnoekkel) in bunke.Pekere)
        {
            _ = raw.sqlite3_bind_int64(peker, 1, tidligere);
            _ = raw.sqlite3_bind_int64(peker, 2, gjeldende);
            _ = raw.sqlite3_bind_int64(peker, 3, personnoekkel);
            Utfoer(db, peker);
        }
    }

    private sqlite3_stmt Klargjoer(sqlite3 db, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, Database.Sql(sql), out var stmt), db);
        return stmt;
    }

    private static void Utfoer(sqlite3 db, sqlite3_stmt stmt)
    {
        var rc = raw.sqlite3_step(stmt);
        if (rc != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(rc, db);
        _ = raw.sqlite3_reset(stmt);
    }
}

using Felles.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Felles.Enhetsregister.Lager;

/// <summary>
/// Prepared statements, stepped row by row. There is no round trip to save, and SQLite finds a named parameter by a search through all of
/// them, so one statement with many rows costs more than many with one.
/// </summary>
internal sealed class SqliteEnhetslager : IDisposable
{
    private readonly sqlite3 db;
    private readonly sqlite3_stmt finn;
    private readonly sqlite3_stmt settInn;
    private readonly sqlite3_stmt slettRoller;
    private readonly sqlite3_stmt settInnRolle;

    public SqliteEnhetslager(UnitOfWork enhet)
    {
        db = ((SqliteConnection)enhet.Connection).Handle!;
        finn = Klargjoer(enhet.Sql("select dokument from enhetsregister.enhet where organisasjonsnummer = ?1"));
        settInn = Klargjoer(enhet.Sql(
            """
            insert into enhetsregister.enhet (organisasjonsnummer, navn_soek, organisasjonsform, overordnet, dokument)
            values (?1, ?2, ?3, ?4, ?5)
            on conflict (organisasjonsnummer) do update set navn_soek = excluded.navn_soek, organisasjonsform = excluded.organisasjonsform,
            overordnet = excluded.overordnet, dokument = excluded.dokument
            """));
        slettRoller = Klargjoer(enhet.Sql("delete from enhetsregister.rolle where organisasjonsnummer = ?1"));
        settInnRolle = Klargjoer(enhet.Sql(
            """
            insert into enhetsregister.rolle (organisasjonsnummer, nr, gruppe, rolle, person, virksomhet)
            values (?1, ?2, ?3, ?4, ?5, ?6)
            """));
    }

    public Lagret Lagre(Enhetsrad[] rader)
    {
        var sum = default(Lagret);
        foreach (var rad in rader)
        {
            var (finnes, lik) = Sammenlign(rad);
            sum += new Lagret(finnes ? 0 : 1, finnes && !lik ? 1 : 0, lik ? 1 : 0);
            if (!lik) Skriv(rad, finnes);
        }

        return sum;
    }

    public void Dispose()
    {
        finn.Dispose();
        settInn.Dispose();
        slettRoller.Dispose();
        settInnRolle.Dispose();
    }

    private (bool Finnes, bool Lik) Sammenlign(Enhetsrad rad)
    {
        _ = raw.sqlite3_bind_int64(finn, 1, rad.Nummer);
        var finnes = Steg(finn);
        var lik = finnes && raw.sqlite3_column_blob(finn, 0).SequenceEqual(rad.Dokument);
        _ = raw.sqlite3_reset(finn);
        return (finnes, lik);
    }

    private void Skriv(Enhetsrad rad, bool finnes)
    {
        _ = raw.sqlite3_bind_int64(settInn, 1, rad.Nummer);
        _ = raw.sqlite3_bind_text(settInn, 2, rad.NavnSoek);
        _ = raw.sqlite3_bind_text(settInn, 3, rad.Organisasjonsform);
        Bind(settInn, 4, rad.Overordnet);
        _ = raw.sqlite3_bind_blob(settInn, 5, rad.Dokument);
        Utfoer(settInn);
        if (finnes)
        {
            _ = raw.sqlite3_bind_int64(slettRoller, 1, rad.Nummer);
            Utfoer(slettRoller);
        }

        for (var nr = 0; nr < rad.Roller.Count; nr++)
        {
            var rolle = rad.Roller[nr];
            _ = raw.sqlite3_bind_int64(settInnRolle, 1, rad.Nummer);
            _ = raw.sqlite3_bind_int64(settInnRolle, 2, nr);
            _ = raw.sqlite3_bind_text(settInnRolle, 3, rolle.Gruppe);
            _ = raw.sqlite3_bind_text(settInnRolle, 4, rolle.Rolle);
            Bind(settInnRolle, 5, rolle.Person);
            Bind(settInnRolle, 6, rolle.Virksomhet);
            Utfoer(settInnRolle);
        }
    }

    private static void Bind(sqlite3_stmt setning, int nr, long? verdi) =>
        _ = verdi is { } v ? raw.sqlite3_bind_int64(setning, nr, v) : raw.sqlite3_bind_null(setning, nr);

    private void Utfoer(sqlite3_stmt setning)
    {
        Steg(setning);
        _ = raw.sqlite3_reset(setning);
    }

    private bool Steg(sqlite3_stmt setning)
    {
        var rc = raw.sqlite3_step(setning);
        if (rc is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) SqliteException.ThrowExceptionForRC(rc, db);
        return rc == raw.SQLITE_ROW;
    }

    private sqlite3_stmt Klargjoer(string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, sql, out var setning), db);
        return setning;
    }
}

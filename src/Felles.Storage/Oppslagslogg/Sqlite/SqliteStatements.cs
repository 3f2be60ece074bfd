using Felles.Storage.Oppslagslogg.Format;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Felles.Storage.Oppslagslogg.Sqlite;

/// <summary>
/// The hot statements, prepared once and bound directly: through ADO.NET the same group commit costs about twice the processor time, most of it
/// in copying the payload to an array of the exact length.
/// </summary>
internal sealed class SqliteStatements(sqlite3 database) : IDisposable
{
    private readonly sqlite3_stmt _begin = Prepare(database, "BEGIN IMMEDIATE");
    private readonly sqlite3_stmt _commit = Prepare(database, "COMMIT");
    private readonly sqlite3_stmt _rollback = Prepare(database, "ROLLBACK");

    // The condition on the old tail is the writer's own watch: whoever shortens or changes a living chain breaks the next append.
    private readonly sqlite3_stmt _tail = Prepare(
        database, "UPDATE writer SET blocks = ?1, records = ?2, hash = ?3 WHERE writer = ?4 AND blocks = ?1 - 1 AND hash = ?5 AND closed IS NULL");

    private readonly sqlite3_stmt _block = Prepare(
        database, "INSERT INTO block (writer, number, segment, first_record, records, time, month, hash, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");

    public void WriteBlock(in BlockHeader header, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> previousHash, ReadOnlySpan<byte> hash)
    {
        Run(_begin);
        try
        {
            raw.sqlite3_bind_int64(_tail, 1, header.Block);
            raw.sqlite3_bind_int64(_tail, 2, header.FirstRecord + header.Records - 1);
            raw.sqlite3_bind_blob(_tail, 3, hash);
            raw.sqlite3_bind_int64(_tail, 4, header.Writer);
            raw.sqlite3_bind_blob(_tail, 5, previousHash);
            Run(_tail);
            if (raw.sqlite3_changes(database) != 1)
                throw new LookupLogUnavailableException($"The tail of writer {header.Writer} in the look-up log is not the one this program left.");

            raw.sqlite3_bind_int64(_block, 1, header.Writer);
            raw.sqlite3_bind_int64(_block, 2, header.Block);
            raw.sqlite3_bind_int64(_block, 3, header.Segment);
            raw.sqlite3_bind_int64(_block, 4, header.FirstRecord);
            raw.sqlite3_bind_int64(_block, 5, header.Records);
            raw.sqlite3_bind_int64(_block, 6, header.Time);
            raw.sqlite3_bind_int64(_block, 7, header.Month);
            raw.sqlite3_bind_blob(_block, 8, hash);
            raw.sqlite3_bind_blob(_block, 9, payload);
            Run(_block);
            Run(_commit);
        }
        catch
        {
            // What failed may have ended the transaction already; the session is given up after this in any case.
            raw.sqlite3_step(_rollback);
            raw.sqlite3_reset(_rollback);
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<sqlite3_stmt>)[_begin, _commit, _rollback, _tail, _block])
            statement.Dispose();
    }

    private static sqlite3_stmt Prepare(sqlite3 database, string sql)
    {
        var code = raw.sqlite3_prepare_v2(database, sql, out var statement);
        SqliteException.ThrowExceptionForRC(code, database);
        return statement;
    }

    private void Run(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_DONE)
        {
            var failure = Failure(code);
            raw.sqlite3_reset(statement);
            throw failure;
        }

        raw.sqlite3_reset(statement);
    }

    private SqliteException Failure(int code) =>
        new(raw.sqlite3_errmsg(database).utf8_to_string(), code, raw.sqlite3_extended_errcode(database));
}

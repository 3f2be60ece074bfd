using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Sqlite;
using SQLitePCL;

namespace Felles.Storage.Oppslagslogg.Sqlite;

/// <summary>
/// The hot statements, prepared once and bound directly: through ADO.NET the payload would be copied to an array of the exact length first.
/// </summary>
internal sealed class SqliteStatements(sqlite3 database) : IDisposable
{
    private readonly RawStatement _begin = new(database, "BEGIN IMMEDIATE");
    private readonly RawStatement _commit = new(database, "COMMIT");
    private readonly RawStatement _rollback = new(database, "ROLLBACK");

    // The condition on the old tail is the writer's own watch: whoever shortens or changes a living chain breaks the next append.
    private readonly RawStatement _tail = new(
        database,
        "UPDATE writer SET blocks = ?1, records = ?2, hash = ?3 WHERE writer = ?4 AND blocks = ?1 - 1 AND hash = ?5 AND closed IS NULL");

    private readonly RawStatement _block = new(
        database,
        "INSERT INTO block (writer, number, segment, first_record, records, time, month, hash, payload) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");

    public void WriteBlock(in BlockHeader header, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> previousHash, ReadOnlySpan<byte> hash)
    {
        _begin.Run();
        try
        {
            MoveTail(header, previousHash, hash);
            Insert(header, payload, hash);
            _commit.Run();
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<RawStatement>)[_begin, _commit, _rollback, _tail, _block])
            statement.Dispose();
    }

    private void MoveTail(in BlockHeader header, ReadOnlySpan<byte> previousHash, ReadOnlySpan<byte> hash)
    {
        _tail.Bind(1, header.Block);
        _tail.Bind(2, header.FirstRecord + header.Records - 1);
        _tail.BindBytes(3, hash);
        _tail.Bind(4, header.Writer);
        _tail.BindBytes(5, previousHash);
        _tail.Run();
        if (raw.sqlite3_changes(database) != 1)
            throw new DatabaseUnavailableException(
                $"The tail of writer {header.Writer} in the look-up log is not the one this program left.");
    }

    private void Insert(in BlockHeader header, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> hash)
    {
        _block.Bind(1, header.Writer);
        _block.Bind(2, header.Block);
        _block.Bind(3, header.Segment);
        _block.Bind(4, header.FirstRecord);
        _block.Bind(5, header.Records);
        _block.Bind(6, header.Time);
        _block.Bind(7, header.Month);
        _block.BindBytes(8, hash);
        _block.BindBytes(9, payload);
        _block.Run();
    }

    private void RollBack()
    {
        // What failed may have ended the transaction already; asking twice would hide the first reason.
        if (raw.sqlite3_get_autocommit(database) == 0)
            _rollback.Run();
    }
}

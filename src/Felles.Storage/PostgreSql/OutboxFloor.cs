using System.Diagnostics;
using Npgsql;

namespace Felles.Storage.PostgreSql;

/// <summary>
/// The outbox number at or below which no event can appear any more, so that numbering need not walk over what it has taken. While a long
/// transaction is open anywhere on the server, taken rows stay in the index, and every round would pass over all of them again.
/// <para>
/// A number is drawn before its transaction commits, and perhaps before the transaction has an id, so <c>pg_snapshot_xmin</c> does not
/// tell. The lock does: an insert holds it on the outbox from before it draws the number until its transaction ends. So: read the last
/// number drawn, then who holds the lock; when the last of those has ended, every event up to the number is visible or will never be.
/// </para>
/// </summary>
internal sealed class OutboxFloor(PostgreSqlDatabase database, TimeSpan interval)
{
    private const string LastDrawn = "select case when is_called then last_value else 0 end from felles.utboks_id_seq";

    private const string Writers = """
        select virtualtransaction from pg_locks
         where locktype = 'relation' and relation = 'felles.utboks'::regclass and mode = 'RowExclusiveLock'
           and database = (select oid from pg_database where datname = current_database())
        """;

    private (long Number, HashSet<string> Writers)? _candidate;
    private long _asked;

    public long Value { get; private set; }

    /// <summary>
    /// A number that may become the floor once a round of numbering that starts after this has taken all it saw; null when there is none
    /// yet. Asks the server once an interval.
    /// </summary>
    public async Task<long?> NextAsync(CancellationToken ct)
    {
        if (Stopwatch.GetElapsedTime(_asked) < interval) return null;
        _asked = Stopwatch.GetTimestamp();
        var (drawn, writers) = await AskAsync(ct);
        // Numbers do not go back on one server. After a switch to a standby that lacked the last of them they may.
        if (drawn < Value || drawn < _candidate?.Number) Forget();
        if (_candidate is { } candidate && candidate.Writers.Overlaps(writers)) return null;
        var next = _candidate?.Number;
        _candidate = (drawn, writers);
        return next;
    }

    public void Raise(long number) => Value = number;

    /// <summary>What was known holds for one server and one unbroken lease.</summary>
    public void Forget() => (Value, _candidate) = (0, null);

    private async Task<(long Drawn, HashSet<string> Writers)> AskAsync(CancellationToken ct)
    {
        await using var batch = database.Primary.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(LastDrawn));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Writers)); // second: who draws after this look draws a greater number
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.ReadAsync(ct);
        var drawn = rows.GetInt64(0);
        await rows.NextResultAsync(ct);
        var writers = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(ct)) writers.Add(rows.GetString(0));
        return (drawn, writers);
    }
}

using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Checkpoints;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// Drops whole sealed segments that are old enough. Each drop is first a link in the checkpoint chain, so the verification knows what went
/// and when, and everything that stays is still proved.
/// </summary>
public sealed class LookupLogRetention
{
    /// <summary>A slice is one transaction on SQLite's only write lock: short enough that a commit of the log hardly waits.</summary>
    private const int BlocksInSlice = 100;

    /// <summary>Those to be dropped, and those whose drop was interrupted: their last block is still there.</summary>
    private const string Due = $"""
        SELECT {CheckpointSql.Columns} FROM oppslagslogg.checkpoint s
        WHERE kind = @Sealed AND time_to < @before AND (
            (writer, segment) NOT IN (SELECT writer, segment FROM oppslagslogg.checkpoint WHERE kind = @Dropped)
            OR EXISTS (
                SELECT 1 FROM oppslagslogg.block b WHERE b.writer = s.writer AND b.number = s.last_block AND b.month = s.month))
        ORDER BY number
        """;

    private readonly LogStore _store;
    private readonly LookupLogIndex _index;
    private readonly TimeProvider _clock;

    internal LookupLogRetention(LogStore store, LookupLogIndex index, TimeProvider clock)
    {
        _store = store;
        _index = index;
        _clock = clock;
    }

    /// <summary>
    /// Drops every sealed segment whose last block is older than <paramref name="before"/>. Returns the number of segments dropped; 0 also
    /// when another host is at it. An interrupted run is completed by the next.
    /// </summary>
    public async Task<int> DropAsync(DateTimeOffset before, CancellationToken ct = default)
    {
        await using var keeper = await _store.TryOpenKeeperAsync(ct);
        if (keeper is null)
            return 0;
        var connection = keeper.Connection;
        var kinds = new
        {
            Sealed = CheckpointKind.SegmentSealed,
            Dropped = CheckpointKind.SegmentDropped,
            before = LogTime.ToMicroseconds(before),
        };
        var due = (await connection.QueryAsync<Checkpoint>(_store.Sql(Due), kinds)).AsList();
        var dropped = (await connection.QueryAsync<(long Writer, long Segment)>(
            _store.Sql("SELECT writer, segment FROM oppslagslogg.checkpoint WHERE kind = @Dropped"), kinds)).ToHashSet();
        var linkless = due.Where(s => !dropped.Contains((s.Writer, s.Segment))).ToList();

        // The index first: it names persons, and once link and blocks are gone nothing tells that a segment had entries. Segments that
        // were dropped long ago are given along for the same reason; an index built while their blocks were going may have them again.
        dropped.UnionWith(linkless.Select(s => (s.Writer, s.Segment)));
        await _index.DropAsync(dropped, ct);
        foreach (var segment in linkless)
            await LinkAsync(connection, segment, ct);

        var emptied = await DropMonthsAsync(connection, due.Select(s => s.Month).Distinct(), ct);
        foreach (var segment in due.Where(s => !emptied.Contains(s.Month)))
            await DeleteAsync(connection, segment, ct);
        return linkless.Count;
    }

    private async Task LinkAsync(DbConnection connection, Checkpoint seal, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        CheckpointChain.Append(
            _store,
            connection,
            transaction,
            seal with
            {
                Kind = CheckpointKind.SegmentDropped,
                Reason = SealReason.None,
                Time = LogTime.ToMicroseconds(_clock.GetUtcNow()),
            });
        await transaction.CommitAsync(ct);
    }

    /// <summary>Months in the past of which nothing stays: their whole partition goes at once.</summary>
    private async Task<HashSet<long>> DropMonthsAsync(DbConnection connection, IEnumerable<long> months, CancellationToken ct)
    {
        var emptied = new HashSet<long>();
        var current = LogTime.Month(_clock.GetUtcNow());
        foreach (var month in months.Where(m => m < current))
        {
            if (await _store.TryDropMonthAsync(connection, month, ct))
                emptied.Add(month);
        }

        return emptied;
    }

    /// <summary>From the front, so that an interrupted deletion leaves the last block as the sign that there is more to do.</summary>
    private async Task DeleteAsync(DbConnection connection, Checkpoint seal, CancellationToken ct)
    {
        for (var first = seal.FirstBlock; first <= seal.LastBlock; first += BlocksInSlice)
        {
            ct.ThrowIfCancellationRequested();
            await connection.ExecuteAsync(
                _store.Sql("""
                    DELETE FROM oppslagslogg.block WHERE writer = @Writer AND number >= @first AND number <= @last AND month = @Month
                    """),
                new { seal.Writer, first, last = Math.Min(first + BlocksInSlice - 1, seal.LastBlock), seal.Month });
        }
    }
}

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
        await using var connection = await _store.TryOpenKeeperAsync(ct);
        if (connection is null)
            return 0;
        var segments = await SegmentsAsync(connection);
        var due = segments.Where(s => s.Seal.TimeTo < LogTime.ToMicroseconds(before) && (!s.Dropped || s.BlocksLeft)).ToList();
        foreach (var segment in due.Where(s => !s.Dropped))
            await LinkAsync(connection, segment.Seal, ct);

        var emptyMonths = await DropMonthsAsync(connection, segments, due, ct);
        foreach (var segment in due)
        {
            await _index.DropAsync(segment.Seal.Writer, segment.Seal.Segment, ct);
            if (!emptyMonths.Contains(segment.Seal.Month))
                await DeleteAsync(connection, segment.Seal, ct);
        }

        return due.Count(s => !s.Dropped);
    }

    private async Task<List<SegmentState>> SegmentsAsync(DbConnection connection)
    {
        var dropped = (await connection.QueryAsync<(long, long)>(
            _store.Sql("SELECT writer, segment FROM oppslagslogg.checkpoint WHERE kind = @Kind"),
            new { Kind = CheckpointKind.SegmentDropped })).ToHashSet();
        var seals = await connection.QueryAsync<Checkpoint>(
            _store.Sql($"SELECT {CheckpointSql.Columns} FROM oppslagslogg.checkpoint WHERE kind = @Kind ORDER BY number"),
            new { Kind = CheckpointKind.SegmentSealed });
        var states = new List<SegmentState>();
        foreach (var seal in seals)
        {
            var isDropped = dropped.Contains((seal.Writer, seal.Segment));
            var left = isDropped && await connection.ExecuteScalarAsync<bool>(
                _store.Sql("SELECT EXISTS (SELECT 1 FROM oppslagslogg.block WHERE writer = @Writer AND number = @LastBlock)"), seal);
            states.Add(new SegmentState(seal, isDropped, left));
        }

        return states;
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
    private async Task<HashSet<long>> DropMonthsAsync(
        DbConnection connection, List<SegmentState> segments, List<SegmentState> due, CancellationToken ct)
    {
        var empty = new HashSet<long>();
        var current = LogTime.Month(_clock.GetUtcNow());
        foreach (var month in due.Select(s => s.Seal.Month).Distinct().Where(m => m < current))
        {
            if (segments.Where(s => s.Seal.Month == month).All(s => s.Dropped || due.Contains(s))
                && await _store.TryDropMonthAsync(connection, month, ct))
                empty.Add(month);
        }

        return empty;
    }

    /// <summary>From the front, so that an interrupted deletion leaves the last block as the sign that there is more to do.</summary>
    private async Task DeleteAsync(DbConnection connection, Checkpoint seal, CancellationToken ct)
    {
        for (var first = seal.FirstBlock; first <= seal.LastBlock; first += BlocksInSlice)
        {
            ct.ThrowIfCancellationRequested();
            await connection.ExecuteAsync(
                _store.Sql("DELETE FROM oppslagslogg.block WHERE writer = @Writer AND number >= @first AND number <= @last"),
                new { seal.Writer, first, last = Math.Min(first + BlocksInSlice - 1, seal.LastBlock) });
        }
    }

    private sealed record SegmentState(Checkpoint Seal, bool Dropped, bool BlocksLeft);
}

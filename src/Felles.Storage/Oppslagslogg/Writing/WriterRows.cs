using System.Security.Cryptography;
using Dapper;
using Felles.Storage.Oppslagslogg.Checkpoints;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Writing;

/// <summary>
/// The seldom writes of a writer: begin, seal, close. Each goes with its link in the checkpoint chain in one transaction.
/// </summary>
internal static class WriterRows
{
    public const string Columns = """
        writer, blocks, records, hash, sealed_segments AS "SealedSegments", sealed_blocks AS "SealedBlocks",
        sealed_records AS "SealedRecords", sealed_hash AS "SealedHash"
        """;

    public static WriterTail Begin(LogConnection log, long now)
    {
        var writer = log.ClaimNewWriter();

        // A random start ties the chain to this writer: no other chain's blocks can be moved under it.
        var start = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);
        using var transaction = log.Connection.BeginTransaction();
        log.Connection.Execute(
            log.Sql("""
                INSERT INTO oppslagslogg.writer (writer, opened, host, start_hash, blocks, records, hash,
                    sealed_segments, sealed_blocks, sealed_records, sealed_hash)
                VALUES (@writer, @now, @host, @start, 0, 0, @start, 0, 0, 0, @start)
                """),
            new { writer, now, host = Environment.MachineName, start },
            transaction);
        CheckpointChain.Append(
            log.Store,
            log.Connection,
            transaction,
            new Checkpoint
            {
                Kind = CheckpointKind.WriterOpened,
                Writer = writer,
                Time = now,
                TimeFrom = now,
                TimeTo = now,
                StartHash = start,
                EndHash = start,
            });
        transaction.Commit();
        return new WriterTail { Writer = writer, Hash = start, SealedHash = start };
    }

    public static Checkpoint Seal(LogConnection log, WriterTail tail, SegmentSpan span, SealReason reason, long now)
    {
        using var transaction = log.Connection.BeginTransaction();
        var segment = tail.SealedSegments + 1;
        var link = CheckpointChain.Append(
            log.Store,
            log.Connection,
            transaction,
            new Checkpoint
            {
                Kind = CheckpointKind.SegmentSealed,
                Writer = tail.Writer,
                Segment = segment,
                FirstBlock = tail.SealedBlocks + 1,
                LastBlock = tail.Blocks,
                FirstRecord = tail.SealedRecords + 1,
                Records = tail.Records - tail.SealedRecords,
                TimeFrom = span.First,
                TimeTo = span.Last,
                Month = span.Month,
                Reason = reason,
                Time = now,
                StartHash = tail.SealedHash,
                EndHash = tail.Hash,
            });
        log.Connection.Execute(
            log.Sql("""
                UPDATE oppslagslogg.writer SET sealed_segments = @segment, sealed_blocks = @Blocks, sealed_records = @Records,
                    sealed_hash = @Hash
                WHERE writer = @Writer
                """),
            new { segment, tail.Blocks, tail.Records, tail.Hash, tail.Writer },
            transaction);
        transaction.Commit();
        return link;
    }

    public static void Close(LogConnection log, long writer, long now) =>
        log.Connection.Execute(log.Sql("UPDATE oppslagslogg.writer SET closed = @now WHERE writer = @writer"), new { now, writer });

    /// <summary>
    /// Seals what dead writers left open. The tail is anchored as the writer's row tells it and not as the blocks happen to be: what was
    /// removed after the crash must be missed by the verification, not blessed by the seal.
    /// </summary>
    public static void SealAbandoned(LogConnection log, long now)
    {
        var unclosed = log.Connection.Query<long>(
            log.Sql("SELECT writer FROM oppslagslogg.writer WHERE closed IS NULL ORDER BY writer")).AsList();
        foreach (var writer in unclosed.Where(log.TryClaimWriter))
        {
            try
            {
                // Read after the claim: the writer may have written, or another host may have sealed it, since it was listed.
                var tail = log.Connection.QuerySingleOrDefault<WriterTail>(
                    log.Sql($"SELECT {Columns} FROM oppslagslogg.writer WHERE writer = @writer AND closed IS NULL"), new { writer });
                if (tail is null)
                    continue;
                if (tail.Blocks > tail.SealedBlocks)
                    Seal(log, tail, SpanOf(log, tail) ?? new SegmentSpan { First = now, Last = now }, SealReason.Abandoned, now);
                Close(log, writer, now);
            }
            finally
            {
                log.ReleaseWriter(writer);
            }
        }
    }

    /// <summary>
    /// Null when the blocks are gone before they were sealed. The verification will name them; retention needs some date.
    /// </summary>
    private static SegmentSpan? SpanOf(LogConnection log, WriterTail tail) => log.Connection.QuerySingleOrDefault<SegmentSpan>(
        log.Sql("""
            SELECT min(time) AS "First", max(time) AS "Last", max(month) AS "Month" FROM oppslagslogg.block
            WHERE writer = @Writer AND number > @SealedBlocks AND number <= @Blocks HAVING count(*) > 0
            """),
        tail);
}

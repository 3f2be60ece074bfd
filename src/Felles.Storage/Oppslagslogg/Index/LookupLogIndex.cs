using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Index;

/// <summary>
/// Builds the index behind the log, as sorted runs that are written once. A tree with a row for each look-up would dirty one page for each
/// record, because persons come in no order; the pages of a sorted run are written one after the other.
/// </summary>
internal sealed class LookupLogIndex(LogStore store, LookupLogOptions options)
{
    private const int EntriesInPage = 256;

    /// <summary>
    /// Indexes what has gathered: whole runs of open segments, everything of sealed ones. False when another host is at it.
    /// </summary>
    public async Task<bool> CatchUpAsync(CancellationToken ct = default)
    {
        await using var log = await store.TryOpenKeeperAsync(ct);
        if (log is null)
            return false;
        await using var index = await store.OpenIndexAsync(ct);
        var cursors = (await index.QueryAsync<(long Writer, long Block)>(store.Sql("SELECT writer, block FROM oppslagslogg.index_cursor")))
            .ToDictionary(c => c.Writer, c => c.Block);
        var writers = await log.QueryAsync<(long Writer, long Blocks, long SealedSegments)>(
            store.Sql("SELECT writer, blocks, sealed_segments FROM oppslagslogg.writer ORDER BY writer"));
        foreach (var (writer, blocks, sealedSegments) in writers)
        {
            var cursor = cursors.GetValueOrDefault(writer);
            while (cursor < blocks && await ReadRunAsync(log, writer, cursor, sealedSegments, ct) is { } run)
            {
                await WriteAsync(index, run, ct);
                cursor = run.LastBlock;
            }
        }

        return true;
    }

    /// <summary>Throws the index away and builds it again.</summary>
    public async Task RebuildAsync(CancellationToken ct = default)
    {
        await using (var index = await store.OpenIndexAsync(ct))
        {
            await using var transaction = await index.BeginTransactionAsync(ct);
            foreach (var table in (string[])["page", "run", "cursor"])
                await index.ExecuteAsync(store.Sql($"DELETE FROM oppslagslogg.index_{table}"), transaction: transaction);
            await transaction.CommitAsync(ct);
        }

        await CatchUpAsync(ct);
    }

    /// <summary>Retention dropped these blocks; their entries go too.</summary>
    public async Task DropAsync(long writer, long segment, CancellationToken ct)
    {
        await using var index = await store.OpenIndexAsync(ct);
        await using var transaction = await index.BeginTransactionAsync(ct);
        await index.ExecuteAsync(
            store.Sql("""
                DELETE FROM oppslagslogg.index_page WHERE writer = @writer
                AND run IN (SELECT run FROM oppslagslogg.index_run WHERE writer = @writer AND segment = @segment)
                """),
            new { writer, segment },
            transaction);
        await index.ExecuteAsync(
            store.Sql("DELETE FROM oppslagslogg.index_run WHERE writer = @writer AND segment = @segment"), new { writer, segment },
            transaction);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The next run of a writer, inside one segment; null when too little has gathered yet.</summary>
    private async Task<Run?> ReadRunAsync(DbConnection log, long writer, long cursor, long sealedSegments, CancellationToken ct)
    {
        var next = await log.QueryFirstOrDefaultAsync<(long Segment, long FirstRecord)?>(
            store.Sql(
                "SELECT segment, first_record FROM oppslagslogg.block WHERE writer = @writer AND number > @cursor ORDER BY number LIMIT 1"),
            new { writer, cursor });
        if (next is not var (segment, first))
            return null;

        // Bounded in the statement and not by leaving the loop: a reader that is left early still draws every remaining row over the
        // network.
        var blocks = log.QueryUnbufferedAsync<BlockRow>(
            store.Sql("""
                SELECT number, records, payload FROM oppslagslogg.block
                WHERE writer = @writer AND segment = @segment AND number > @cursor AND number <= @cursor + @max
                    AND first_record < @first + @max ORDER BY number
                """),
            new { writer, segment, cursor, first, max = (long)options.IndexAfterRecords });
        var entries = new List<IndexEntry>();
        var (last, records) = (cursor, 0L);
        await foreach (var block in blocks.WithCancellation(ct))
        {
            BlockEntries.Collect((int)block.Number, block.Payload, entries);
            (last, records) = (block.Number, records + block.Records);
        }

        if (last == cursor || (records < options.IndexAfterRecords && segment > sealedSegments))
            return null;
        entries.Sort();
        return new Run(writer, segment, cursor + 1, last, entries);
    }

    private async Task WriteAsync(DbConnection index, Run run, CancellationToken ct)
    {
        await using var transaction = await index.BeginTransactionAsync(ct);
        var number = 0L;
        for (var start = 0; start < run.Entries.Count;)
        {
            var first = run.Entries[start];
            var count = 0;
            while (count < EntriesInPage && start + count < run.Entries.Count && run.Entries[start + count].Kind == first.Kind)
                count++;
            var page = new byte[count * IndexEntry.Size];
            for (var i = 0; i < count; i++)
                run.Entries[start + i].Write(page.AsSpan(i * IndexEntry.Size));
            await index.ExecuteAsync(
                store.Sql("""
                    INSERT INTO oppslagslogg.index_page (writer, run, kind, key, time, number, entries)
                        VALUES (@Writer, @FirstBlock, @Kind, @Key, @Ticks, @number, @page)
                    """),
                new { run.Writer, run.FirstBlock, first.Kind, first.Key, first.Ticks, number, page },
                transaction);
            number++;
            start += count;
        }

        await index.ExecuteAsync(
            store.Sql("""
                INSERT INTO oppslagslogg.index_run (writer, run, segment, last_block, time_from, time_to)
                    VALUES (@Writer, @FirstBlock, @Segment, @LastBlock, @From, @To)
                """),
            new
            {
                run.Writer,
                run.FirstBlock,
                run.Segment,
                run.LastBlock,
                From = run.Entries.Select(Ticks).DefaultIfEmpty().Min(),
                To = run.Entries.Select(Ticks).DefaultIfEmpty().Max(),
            },
            transaction);
        await index.ExecuteAsync(
            store.Sql("""
                INSERT INTO oppslagslogg.index_cursor (writer, block) VALUES (@Writer, @LastBlock)
                    ON CONFLICT (writer) DO UPDATE SET block = excluded.block
                """),
            new { run.Writer, run.LastBlock },
            transaction);
        await transaction.CommitAsync(ct);

        static long Ticks(IndexEntry entry) => entry.Ticks;
    }

    private sealed record Run(long Writer, long Segment, long FirstBlock, long LastBlock, List<IndexEntry> Entries);

    private sealed class BlockRow
    {
        public long Number { get; init; }

        public long Records { get; init; }

        public byte[] Payload { get; init; } = [];
    }
}

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
        await using var keeper = await store.TryOpenKeeperAsync(ct);
        if (keeper is null)
            return false;
        var log = keeper.Connection;
        await using var index = await store.OpenIndexAsync(ct);
        var cursors = await IndexCursors.ReadAsync(store, index);
        var writers = (await log.QueryAsync<IndexedWriter>(store.Sql(IndexedWriter.Select))).AsList();
        if (!cursors.AreOf(writers))
        {
            await ClearAsync(index, ct);
            cursors = await IndexCursors.ReadAsync(store, index);
        }

        foreach (var writer in writers)
        {
            var cursor = cursors.Of(writer);
            while (cursor < writer.Blocks && await ReadRunAsync(log, writer, cursor, ct) is { } run)
            {
                await WriteAsync(index, writer, run, ct);
                cursor = run.LastBlock;
            }
        }

        return true;
    }

    /// <summary>Throws the index away and builds it again.</summary>
    public async Task RebuildAsync(CancellationToken ct = default)
    {
        await using (var index = await store.OpenIndexAsync(ct))
            await ClearAsync(index, ct);
        await CatchUpAsync(ct);
    }

    /// <summary>Forgets all of these segments that it knows, each in a transaction of its own.</summary>
    public async Task DropAsync(IReadOnlySet<(long Writer, long Segment)> segments, CancellationToken ct)
    {
        await using var index = await store.OpenIndexAsync(ct);
        var runs = await index.QueryAsync<(long Writer, long Run, long Segment)>(
            store.Sql("SELECT writer, run, segment FROM oppslagslogg.index_run"));
        foreach (var (writer, run, _) in runs.Where(r => segments.Contains((r.Writer, r.Segment))))
        {
            await using var transaction = await index.BeginTransactionAsync(ct);
            foreach (var table in (string[])["page", "run"])
                await index.ExecuteAsync(
                    store.Sql($"DELETE FROM oppslagslogg.index_{table} WHERE writer = @writer AND run = @run"), new { writer, run },
                    transaction);
            await transaction.CommitAsync(ct);
        }
    }

    private async Task ClearAsync(DbConnection index, CancellationToken ct)
    {
        await using var transaction = await index.BeginTransactionAsync(ct);
        foreach (var table in (string[])["page", "run", "cursor"])
            await index.ExecuteAsync(store.Sql($"DELETE FROM oppslagslogg.index_{table}"), transaction: transaction);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The next run of a writer, inside one segment; null when too little has gathered yet.</summary>
    private async Task<Run?> ReadRunAsync(DbConnection log, IndexedWriter writer, long cursor, CancellationToken ct)
    {
        var next = await log.QueryFirstOrDefaultAsync<(long Segment, long Month, long FirstRecord)?>(
            store.Sql("""
                SELECT segment, month, first_record FROM oppslagslogg.block
                WHERE writer = @Writer AND number > @cursor ORDER BY number LIMIT 1
                """),
            new { writer.Writer, cursor });
        if (next is not var (segment, month, first))
            return null;

        // Bounded in the statement and not by leaving the loop: a reader that is left early still draws every remaining row over the
        // network.
        var blocks = log.QueryUnbufferedAsync<BlockRow>(
            store.Sql("""
                SELECT number, records, payload FROM oppslagslogg.block
                WHERE writer = @Writer AND segment = @segment AND month = @month AND number > @cursor AND number <= @cursor + @max
                    AND first_record < @first + @max ORDER BY number
                """),
            new { writer.Writer, segment, month, cursor, first, max = (long)options.IndexAfterRecords });
        var entries = new List<IndexEntry>();
        var (last, records) = (cursor, 0L);
        await foreach (var block in blocks.WithCancellation(ct))
        {
            BlockEntries.Collect((int)block.Number, block.Payload, entries);
            (last, records) = (block.Number, records + block.Records);
        }

        if (last == cursor || (records < options.IndexAfterRecords && segment > writer.SealedSegments))
            return null;
        entries.Sort();
        return new Run(segment, month, cursor + 1, last, entries);
    }

    private async Task WriteAsync(DbConnection index, IndexedWriter writer, Run run, CancellationToken ct)
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
                new { writer.Writer, run.FirstBlock, first.Kind, first.Key, first.Ticks, number, page },
                transaction);
            number++;
            start += count;
        }

        await index.ExecuteAsync(
            store.Sql("""
                INSERT INTO oppslagslogg.index_run (writer, run, segment, month, last_block, time_from, time_to)
                    VALUES (@Writer, @FirstBlock, @Segment, @Month, @LastBlock, @From, @To)
                """),
            new
            {
                writer.Writer,
                run.FirstBlock,
                run.Segment,
                run.Month,
                run.LastBlock,
                From = run.Entries.Select(Ticks).DefaultIfEmpty().Min(),
                To = run.Entries.Select(Ticks).DefaultIfEmpty().Max(),
            },
            transaction);
        await index.ExecuteAsync(
            store.Sql("""
                INSERT INTO oppslagslogg.index_cursor (writer, start_hash, block) VALUES (@Writer, @StartHash, @LastBlock)
                    ON CONFLICT (writer) DO UPDATE SET block = excluded.block
                """),
            new { writer.Writer, writer.StartHash, run.LastBlock },
            transaction);
        await transaction.CommitAsync(ct);

        static long Ticks(IndexEntry entry) => entry.Ticks;
    }

    private sealed record Run(long Segment, long Month, long FirstBlock, long LastBlock, List<IndexEntry> Entries);

    private sealed class BlockRow
    {
        public long Number { get; init; }

        public long Records { get; init; }

        public byte[] Payload { get; init; } = [];
    }
}

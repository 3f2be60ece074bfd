using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Reading;

/// <summary>Finds a key in the blocks that no run covers yet.</summary>
internal static class UnindexedTail
{
    public static async Task<List<FoundLookup>> FindAsync(
        LogStore store, DbConnection log, IEnumerable<IndexedWriter> writers, IndexCursors cursors, IndexKind kind, long key,
        CancellationToken ct)
    {
        var found = new List<FoundLookup>();
        var entries = new List<IndexEntry>();
        foreach (var writer in writers.Where(w => cursors.Of(w) < w.Blocks))
        {
            var rows = log.QueryUnbufferedAsync<(long Number, long Month, byte[] Payload)>(
                store.Sql("SELECT number, month, payload FROM oppslagslogg.block WHERE writer = @Writer AND number > @cursor"),
                new { writer.Writer, cursor = cursors.Of(writer) });
            await foreach (var (number, month, payload) in rows.WithCancellation(ct))
            {
                entries.Clear();
                BlockEntries.Collect((int)number, payload, entries);
                foreach (var entry in entries)
                {
                    if (entry.Kind == kind && entry.Key == key)
                        found.Add(new FoundLookup(new LookupPosition(entry.Ticks, writer.Writer, entry.Block, entry.Place), month));
                }
            }
        }

        return found;
    }
}

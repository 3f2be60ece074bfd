using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Reading;

/// <summary>Finds a key in the blocks that no run covers yet.</summary>
internal static class UnindexedTail
{
    public static async Task<List<LookupPosition>> FindAsync(
        LogStore store, DbConnection log, DbTransaction? snapshot, Dictionary<long, long> cursors, IndexKind kind, long key,
        CancellationToken ct)
    {
        var found = new List<LookupPosition>();
        var entries = new List<IndexEntry>();
        var writers = await log.QueryAsync<(long Writer, long Blocks)>(
            store.Sql("SELECT writer, blocks FROM oppslagslogg.writer"), transaction: snapshot);
        foreach (var (writer, blocks) in writers)
        {
            var cursor = cursors.GetValueOrDefault(writer);
            if (cursor >= blocks)
                continue;
            var rows = log.QueryUnbufferedAsync<(long Number, byte[] Payload)>(
                store.Sql("SELECT number, payload FROM oppslagslogg.block WHERE writer = @writer AND number > @cursor"),
                new { writer, cursor }, snapshot);
            await foreach (var (number, payload) in rows.WithCancellation(ct))
            {
                entries.Clear();
                BlockEntries.Collect((int)number, payload, entries);
                foreach (var entry in entries)
                {
                    if (entry.Kind == kind && entry.Key == key)
                        found.Add(new LookupPosition(entry.Ticks, writer, entry.Block, entry.Place));
                }
            }
        }

        return found;
    }
}

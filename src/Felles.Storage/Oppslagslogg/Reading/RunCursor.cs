using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Reading;

/// <summary>Walks one key's entries in one run from the newest to the oldest, a page of the index at a time.</summary>
internal sealed class RunCursor(LogStore store, DbConnection index, DbTransaction snapshot, long writer, long run, IndexKind kind, long key)
{
    private PageRow? _page;
    private int _at;

    /// <summary>Goes to the newest entry that is before <paramref name="bound"/>; null when there is none.</summary>
    public async ValueTask<LookupPosition?> SeekAsync(LookupPosition bound)
    {
        _page = await PageAsync("(key, time) <= (@Key, @Time)", new { writer, run, kind, Key = key, Time = bound.Ticks });
        _at = _page?.Count ?? 0;
        LookupPosition? found;
        do
            found = await NextAsync();
        while (found >= bound);
        return found;
    }

    public async ValueTask<LookupPosition?> NextAsync()
    {
        while (_page is not null)
        {
            while (_at > 0)
            {
                var entry = IndexEntry.Read(kind, _page.Entries.AsSpan(--_at * IndexEntry.Size));
                if (entry.Key == key)
                    return new LookupPosition(entry.Ticks, writer, entry.Block, entry.Place);
                if (entry.Key < key)
                    return null;
            }

            _page = await PageAsync(
                "(key, time, number) < (@Key, @Time, @Number)", new { writer, run, kind, _page.Key, _page.Time, _page.Number });
            _at = _page?.Count ?? 0;
        }

        return null;
    }

    private Task<PageRow?> PageAsync(string condition, object values) => index.QueryFirstOrDefaultAsync<PageRow>(
        store.Sql($"""
            SELECT key, time, number, entries FROM oppslagslogg.index_page
            WHERE writer = @writer AND run = @run AND kind = @kind AND {condition}
            ORDER BY key DESC, time DESC, number DESC LIMIT 1
            """),
        values,
        snapshot);

    private sealed class PageRow
    {
        public long Key { get; init; }

        public long Time { get; init; }

        public long Number { get; init; }

        public byte[] Entries { get; init; } = [];

        public int Count => Entries.Length / IndexEntry.Size;
    }
}

using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Reading;

/// <summary>Walks one key's entries in one run from the newest to the oldest, a page of the index at a time.</summary>
internal sealed class RunCursor(
    LogStore store, DbConnection index, DbTransaction snapshot, long month, IndexKind kind, long key, PageRow newest)
{
    private readonly long _writer = newest.Writer;
    private PageRow? _page = newest;
    private int _at = newest.Count;

    /// <summary>The month of all blocks that the run leads to.</summary>
    public long Month => month;

    /// <summary>Goes to the newest entry that is before <paramref name="bound"/>; null when there is none.</summary>
    public async ValueTask<LookupPosition?> SeekAsync(LookupPosition bound)
    {
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
                    return new LookupPosition(entry.Ticks, _writer, entry.Block, entry.Place);
                if (entry.Key < key)
                    return null;
            }

            _page = await PageBeforeAsync(_page);
            _at = _page?.Count ?? 0;
        }

        return null;
    }

    private Task<PageRow?> PageBeforeAsync(PageRow page) => index.QueryFirstOrDefaultAsync<PageRow>(
        store.Sql("""
            SELECT writer, run, key, time, number, entries FROM oppslagslogg.index_page
            WHERE writer = @Writer AND run = @Run AND kind = @kind AND (key, time, number) < (@Key, @Time, @Number)
            ORDER BY key DESC, time DESC, number DESC LIMIT 1
            """),
        new { page.Writer, page.Run, kind, page.Key, page.Time, page.Number },
        snapshot);
}

using System.Buffers.Binary;
using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Reading;

/// <summary>
/// The runs that may hold a key between two times, newest first. Years make thousands of them, so they are opened in groups, one statement
/// for each, and a group is twice as large as the one before: a page of new look-ups opens few, and all of them take few statements.
/// </summary>
internal sealed class IndexRuns(
    LogStore store, DbConnection index, DbTransaction snapshot, IndexKind kind, long key, long from, LookupPosition bound)
{
    private const int FirstGroup = 8;
    private const int LargestGroup = 1024;

    private List<RunRow> _runs = [];
    private int _opened;
    private int _group = FirstGroup;

    /// <summary>The newest time in what is not opened yet; null when all is.</summary>
    public long? NewestTicks => _opened < _runs.Count ? _runs[_opened].To : null;

    public async Task ReadAsync() => _runs = (await index.QueryAsync<RunRow>(
        store.Sql("""
            SELECT writer, run, month, time_to AS "To" FROM oppslagslogg.index_run WHERE time_to >= @From AND time_from <= @Bound
            ORDER BY time_to DESC, writer, run
            """),
        new { From = from, Bound = bound.Ticks },
        snapshot)).AsList();

    /// <summary>
    /// The next runs, those only that hold the key; runs of writers that <paramref name="known"/> refuses are passed over.
    /// </summary>
    public async Task<List<RunCursor>> OpenAsync(Func<long, bool> known)
    {
        var sought = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(sought, key);
        var pages = await index.QueryAsync<PageRow>(
            store.Sql(store.PagesOfRuns),
            new { Kind = kind, Key = key, From = from, Bound = bound.Ticks, take = _group, skip = _opened, sought },
            snapshot);
        var months = _runs.Skip(_opened).Take(_group).ToDictionary(r => (r.Writer, r.Run), r => r.Month);
        _opened += _group;
        _group = Math.Min(2 * _group, LargestGroup);
        return [.. pages.Where(p => known(p.Writer)).Select(
            p => new RunCursor(store, index, snapshot, months[(p.Writer, p.Run)], kind, key, p))];
    }

    private sealed class RunRow
    {
        public long Writer { get; init; }

        public long Run { get; init; }

        public long Month { get; init; }

        public long To { get; init; }
    }
}

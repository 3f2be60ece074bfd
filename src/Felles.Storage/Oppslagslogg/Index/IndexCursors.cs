using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Index;

/// <summary>
/// How far the index has come with each chain. A chain is known by its random start and not by its writer's number: a log that was restored
/// from a backup gives the numbers a second time, and the index beside it would show other persons' look-ups.
/// </summary>
internal sealed class IndexCursors
{
    private readonly Dictionary<long, Cursor> _cursors;

    private IndexCursors(IEnumerable<Cursor> cursors) => _cursors = cursors.ToDictionary(c => c.Writer);

    public static async Task<IndexCursors> ReadAsync(LogStore store, DbConnection index, DbTransaction? snapshot = null) =>
        new(await index.QueryAsync<Cursor>(
            store.Sql("SELECT writer, start_hash AS \"StartHash\", block FROM oppslagslogg.index_cursor"), transaction: snapshot));

    /// <summary>The last block of this chain that is indexed; 0 when the index holds nothing of it, or something of another.</summary>
    public long Of(IndexedWriter writer) => _cursors.TryGetValue(writer.Writer, out var cursor) && cursor.IsOf(writer) ? cursor.Block : 0;

    /// <summary>False when something is indexed that these writers, read after the cursors, have not written.</summary>
    public bool AreOf(IReadOnlyCollection<IndexedWriter> writers) => _cursors.Count == writers.Count(w => Of(w) > 0);

    private sealed class Cursor
    {
        public long Writer { get; init; }

        public byte[] StartHash { get; init; } = [];

        public long Block { get; init; }

        public bool IsOf(IndexedWriter writer) => Block <= writer.Blocks && StartHash.AsSpan().SequenceEqual(writer.StartHash);
    }
}

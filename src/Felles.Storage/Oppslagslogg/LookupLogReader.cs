using System.Data.Common;
using Dapper;
using Felles.Kernel.Identifikatorer;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.Reading;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// Reads look-ups back, newest first. Every record that was acknowledged before the call is found, whether the index has reached it or not.
/// What the reader gives is everything; what a citizen may see of it is for the caller to decide.
/// </summary>
public sealed class LookupLogReader
{
    private readonly LogStore _store;

    internal LookupLogReader(LogStore store) => _store = store;

    /// <summary>
    /// Look-ups that delivered data of the person with this key, from <paramref name="from"/> and before <paramref name="to"/>.
    /// </summary>
    /// <param name="after">The <see cref="LookupPage.Next"/> of the page before.</param>
    public Task<LookupPage> ForPersonAsync(
        long personKey, DateTimeOffset from, DateTimeOffset to, LookupPosition? after = null, int max = 50,
        CancellationToken ct = default) =>
        FindAsync(IndexKind.Person, personKey, from, to, after, max, ct);

    /// <summary>Look-ups made by this organisation, refused ones too.</summary>
    public Task<LookupPage> ForKonsumentAsync(
        Organisasjonsnummer konsument, DateTimeOffset from, DateTimeOffset to, LookupPosition? after = null, int max = 50,
        CancellationToken ct = default) =>
        FindAsync(IndexKind.Konsument, konsument.Value, from, to, after, max, ct);

    /// <summary>Look-ups that this organisation made as the supplier of another.</summary>
    public Task<LookupPage> ForLeverandoerAsync(
        Organisasjonsnummer leverandoer, DateTimeOffset from, DateTimeOffset to, LookupPosition? after = null, int max = 50,
        CancellationToken ct = default) =>
        FindAsync(IndexKind.Leverandoer, leverandoer.Value, from, to, after, max, ct);

    private async Task<LookupPage> FindAsync(
        IndexKind kind, long key, DateTimeOffset from, DateTimeOffset to, LookupPosition? after, int max, CancellationToken ct)
    {
        var bound = new LookupPosition(to.UtcTicks, 0, 0, 0);
        if (after is { } position && position < bound)
            bound = position;

        // The index first and the log after it: a run made in between is then read as tail, and nothing falls between the two.
        await using var index = await _store.OpenIndexAsync(ct);
        await using var indexSnapshot = _store.BeginSnapshot(index);
        var cursors = await IndexCursors.ReadAsync(_store, index, indexSnapshot);
        var runs = new IndexRuns(_store, index, indexSnapshot, kind, key, from.UtcTicks, bound);
        await runs.ReadAsync();

        await using var log = await _store.OpenReaderAsync(ct);
        var writers = (await log.QueryAsync<IndexedWriter>(_store.Sql(IndexedWriter.Select))).AsList();
        var indexed = writers.Where(w => cursors.Of(w) > 0).Select(w => w.Writer).ToHashSet();
        var tail = await UnindexedTail.FindAsync(_store, log, writers, cursors, kind, key, ct);
        var merge = new PositionMerge(runs, indexed.Contains, tail, bound);
        return await ReadAsync(log, merge, kind, key, from.UtcTicks, max, ct);
    }

    private async Task<LookupPage> ReadAsync(
        DbConnection log, PositionMerge merge, IndexKind kind, long key, long from, int max, CancellationToken ct)
    {
        var lookups = new List<LoggedLookup>(max);
        (long Writer, int Block, byte[]? Payload) block = default;
        while (await merge.NextAsync() is { } found && found.Position.Ticks >= from)
        {
            ct.ThrowIfCancellationRequested();
            if (lookups.Count == max)
                return new LookupPage(lookups, lookups[^1].Position);
            var position = found.Position;
            if (block.Payload is null || block.Writer != position.Writer || block.Block != position.Block)
                block = (position.Writer, position.Block, await PayloadAsync(log, found));

            // Retention may have dropped the block after the index was read.
            if (block.Payload is not null && TryRecord(block.Payload, position, kind, key, out var record))
                lookups.Add(new LoggedLookup(position, record));
        }

        return new LookupPage(lookups, null);
    }

    private Task<byte[]?> PayloadAsync(DbConnection log, FoundLookup found) => log.QueryFirstOrDefaultAsync<byte[]?>(
        _store.Sql("SELECT payload FROM oppslagslogg.block WHERE writer = @Writer AND number = @Block AND month = @Month"),
        new { found.Position.Writer, Block = (long)found.Position.Block, found.Month });

    private static bool TryRecord(ReadOnlySpan<byte> payload, LookupPosition position, IndexKind kind, long key, out LookupRecord record)
    {
        record = default;
        var at = 0;
        while (RecordFrame.TryRead(payload, ref at, checkSum: false, out var frame))
        {
            if (frame.Place == position.Place)
                return BlockEntries.LeadsTo(frame.Body, kind, key, position.Ticks) && RecordDecoder.TryRead(frame.Body, out record);
        }

        return false;
    }
}

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
        var cursors = (await index.QueryAsync<(long Writer, long Block)>(
            _store.Sql("SELECT writer, block FROM oppslagslogg.index_cursor"), transaction: indexSnapshot))
            .ToDictionary(c => c.Writer, c => c.Block);
        var runs = await index.QueryAsync<(long Writer, long Run, long To)>(
            _store.Sql("SELECT writer, run, time_to FROM oppslagslogg.index_run WHERE time_to >= @From AND time_from <= @Bound"),
            new { From = from.UtcTicks, Bound = bound.Ticks },
            indexSnapshot);

        await using var log = await _store.OpenReaderAsync(ct);
        var tail = await UnindexedTail.FindAsync(_store, log, null, cursors, kind, key, ct);
        var merge = new PositionMerge(
            runs.Select(r => (r.To, new RunCursor(_store, index, indexSnapshot, r.Writer, r.Run, kind, key))), tail, bound);
        return await ReadAsync(log, merge, from.UtcTicks, max, ct);
    }

    private async Task<LookupPage> ReadAsync(DbConnection log, PositionMerge merge, long from, int max, CancellationToken ct)
    {
        var lookups = new List<LoggedLookup>(max);
        (long Writer, int Block, byte[]? Payload) block = default;
        while (await merge.NextAsync() is { } position && position.Ticks >= from)
        {
            ct.ThrowIfCancellationRequested();
            if (lookups.Count == max)
                return new LookupPage(lookups, lookups[^1].Position);
            if (block.Payload is null || block.Writer != position.Writer || block.Block != position.Block)
                block = (position.Writer, position.Block, await PayloadAsync(log, position));

            // Retention may have dropped the block after the index was read.
            if (block.Payload is not null && TryRecord(block.Payload, position.Place, out var record))
                lookups.Add(new LoggedLookup(position, record));
        }

        return new LookupPage(lookups, null);
    }

    private Task<byte[]?> PayloadAsync(DbConnection log, LookupPosition position) => log.QueryFirstOrDefaultAsync<byte[]?>(
        _store.Sql("SELECT payload FROM oppslagslogg.block WHERE writer = @Writer AND number = @Block"),
        new { position.Writer, Block = (long)position.Block });

    private static bool TryRecord(ReadOnlySpan<byte> payload, int place, out LookupRecord record)
    {
        var at = 0;
        while (RecordFrame.TryRead(payload, ref at, checkSum: false, out var frame))
        {
            if (frame.Place == place)
                return RecordDecoder.TryRead(frame.Body, out record);
        }

        record = default;
        return false;
    }
}

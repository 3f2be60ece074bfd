using System.Data.Common;
using Dapper;
using Felles.Storage.Oppslagslogg.Checkpoints;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Verification;

/// <summary>
/// What the log must contain, read in one snapshot: the checkpoint chain is checked link by link, and each writer's row against its links.
/// Appends and seals that happen later lie behind the snapshot and are not judged.
/// </summary>
internal sealed class VerificationPlan(LogStore store, Faults faults)
{
    private readonly Dictionary<long, WriterState> _writers = [];
    private readonly Dictionary<(long Writer, long Segment), Stretch> _segments = [];

    public List<Stretch> Stretches { get; } = [];

    public long Writers => _writers.Count;

    public long Dropped { get; private set; }

    public LookupLogAnchor? Head { get; private set; }

    public async Task ReadAsync(IReadOnlyCollection<LookupLogAnchor> anchors, CancellationToken ct)
    {
        await using var connection = await store.OpenReaderAsync(ct);
        await using var snapshot = store.BeginSnapshot(connection);
        await ReadChainAsync(connection, snapshot, anchors, ct);
        await ReadWritersAsync(connection, snapshot);
        await FindStrayBlocksAsync(connection, snapshot);
        Stretches.AddRange(_segments.Values);
    }

    private async Task ReadChainAsync(
        DbConnection connection, DbTransaction snapshot, IReadOnlyCollection<LookupLogAnchor> anchors, CancellationToken ct)
    {
        var head = await connection.QuerySingleOrDefaultAsync<CheckpointChain.Head>(
            store.Sql("SELECT checkpoints, hash FROM oppslagslogg.chain WHERE id = 1"),
            transaction: snapshot) ?? new CheckpointChain.Head();
        var line = new HashLine(CheckpointChain.Genesis);
        var last = 0L;
        var pending = anchors.ToLookup(a => a.Number);
        var links = connection.QueryUnbufferedAsync<Checkpoint>(store.Sql(CheckpointSql.SelectAll), transaction: snapshot);
        await foreach (var link in links.WithCancellation(ct))
        {
            if (link.Number != last + 1)
            {
                CheckpointsMissing(last + 1, link.Number - 1);
                line.Lose();
            }

            if (!line.Follow(link.Hash, previous => link.ComputeHash(previous)))
                faults.Add(LookupLogFaultKind.CheckpointAltered, $"Checkpoint {link.Number} is not what was hashed.", link.Number);
            Head = new LookupLogAnchor(link.Number, Convert.ToHexStringLower(link.Hash), LogTime.FromMicroseconds(link.Time));
            foreach (var anchor in pending[link.Number].Where(a => !a.Hash.Equals(Head.Hash, StringComparison.OrdinalIgnoreCase)))
                faults.Add(LookupLogFaultKind.AnchorContradicted, $"Checkpoint {link.Number} was anchored as {anchor.Hash}.", link.Number);
            Note(link);
            last = link.Number;
        }

        foreach (var anchor in anchors.Where(a => a.Number > last))
            faults.Add(LookupLogFaultKind.AnchorContradicted, $"The chain ends at {last}; {anchor.Number} was anchored.", anchor.Number);
        if (head.Checkpoints > last)
            CheckpointsMissing(last + 1, head.Checkpoints);
        else if (head.Checkpoints < last || !line.EndsAt(head.Hash))
            faults.Add(LookupLogFaultKind.ChainHeadAltered, "The head of the chain does not agree with its last link.", last);
    }

    private void CheckpointsMissing(long from, long to) =>
        faults.Add(LookupLogFaultKind.CheckpointMissing, $"Checkpoints {from} to {to} are missing.", from);

    private void Note(Checkpoint link)
    {
        switch (link.Kind)
        {
            case CheckpointKind.WriterOpened:
                _writers[link.Writer] = new WriterState(0, 0, 0, link.EndHash);
                break;
            case CheckpointKind.SegmentSealed:
                if (!_writers.TryGetValue(link.Writer, out var before) || !Continues(link, before))
                {
                    var what = $"Segment {link.Segment} of writer {link.Writer} does not continue the one before.";
                    faults.Add(LookupLogFaultKind.WriterAltered, what, link.Number, link.Writer, link.Segment);
                }

                _writers[link.Writer] = new WriterState(link.Segment, link.LastBlock, link.FirstRecord + link.Records - 1, link.EndHash);
                _segments[(link.Writer, link.Segment)] = new Stretch(
                    link.Writer, link.Segment, link.FirstBlock, link.LastBlock, link.FirstRecord, link.Records, link.StartHash,
                    link.EndHash, Sealed: true);
                break;
            case CheckpointKind.SegmentDropped when _segments.Remove((link.Writer, link.Segment)):
                Dropped++;
                break;
        }
    }

    private static bool Continues(Checkpoint link, WriterState before) =>
        link.Segment == before.Segments + 1 && link.FirstBlock == before.Blocks + 1 && link.FirstRecord == before.Records + 1
        && link.StartHash.AsSpan().SequenceEqual(before.Hash);

    private static bool Agrees(Writing.WriterTail row, WriterState state) =>
        row.SealedSegments == state.Segments && row.SealedBlocks == state.Blocks && row.SealedRecords == state.Records
        && row.SealedHash.AsSpan().SequenceEqual(state.Hash)
        && (row.Blocks > state.Blocks || (row.Blocks == state.Blocks && row.Hash.AsSpan().SequenceEqual(state.Hash)));

    private async Task ReadWritersAsync(DbConnection connection, DbTransaction snapshot)
    {
        var rows = (await connection.QueryAsync<Writing.WriterTail>(
            store.Sql($"SELECT {Writing.WriterRows.Columns} FROM oppslagslogg.writer"), transaction: snapshot)).ToDictionary(w => w.Writer);
        foreach (var writer in rows.Keys.Except(_writers.Keys))
            faults.Add(LookupLogFaultKind.WriterUnknown, $"Writer {writer} has no checkpoint that opens it.", writer: writer);
        foreach (var (writer, state) in _writers)
        {
            if (!rows.TryGetValue(writer, out var row))
            {
                faults.Add(LookupLogFaultKind.WriterMissing, $"Writer {writer} has no row; its open tail is unknown.", writer: writer);
                continue;
            }

            if (!Agrees(row, state))
                faults.Add(LookupLogFaultKind.WriterAltered, $"The row of writer {writer} contradicts its checkpoints.", writer: writer);
            if (row.Blocks > state.Blocks)
            {
                Stretches.Add(new Stretch(
                    writer, state.Segments + 1, state.Blocks + 1, row.Blocks, state.Records + 1, row.Records - state.Records, state.Hash,
                    row.Hash, Sealed: false));
            }

            _writers[writer] = state with { Blocks = Math.Max(state.Blocks, row.Blocks) };
        }
    }

    private async Task FindStrayBlocksAsync(DbConnection connection, DbTransaction snapshot)
    {
        var ends = await connection.QueryAsync<(long Writer, long Last)>(
            store.Sql("SELECT writer, max(number) FROM oppslagslogg.block GROUP BY writer"), transaction: snapshot);
        foreach (var (writer, last) in ends)
        {
            if (!_writers.TryGetValue(writer, out var state))
                faults.Add(LookupLogFaultKind.WriterUnknown, $"No checkpoint opens writer {writer}.", writer: writer, block: last);
            else if (last > state.Blocks)
                faults.Add(LookupLogFaultKind.BlockUnexpected, $"It ends at block {state.Blocks}.", writer: writer, block: last);
        }
    }

    private sealed record WriterState(long Segments, long Blocks, long Records, byte[] Hash);
}

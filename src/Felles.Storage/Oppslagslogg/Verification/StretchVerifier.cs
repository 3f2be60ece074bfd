using System.Data.Common;
using System.Security.Cryptography;
using Felles.Storage.Oppslagslogg.Format;

namespace Felles.Storage.Oppslagslogg.Verification;

/// <summary>Walks the blocks of one stretch, one block in memory at a time.</summary>
internal sealed class StretchVerifier(Stretch stretch, Faults faults) : IDisposable
{
    private readonly IncrementalHash _hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private HashLine _line = new(stretch.StartHash);
    private byte[] _payload = new byte[64 * 1024];
    private long _expectedBlock = stretch.FirstBlock;
    private long _expectedRecord = stretch.FirstRecord;
    private bool _clean = true;

    /// <summary>Columns in the order that <see cref="Read"/> expects.</summary>
    public const string Select = """
        SELECT number, segment, first_record, records, time, month, hash, payload FROM oppslagslogg.block
        WHERE writer = @writer AND number >= @first AND number <= @last ORDER BY number
        """;

    public long Blocks { get; private set; }

    public long Records { get; private set; }

    public void Read(DbDataReader rows)
    {
        var header = new BlockHeader(
            stretch.Writer, rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), (int)rows.GetInt64(3), rows.GetInt64(4),
            (int)rows.GetInt64(5));
        var hash = (byte[])rows.GetValue(6);
        var payload = ReadPayload(rows);
        Blocks++;
        Records += header.Records;
        if (header.Block > _expectedBlock)
        {
            Missing(_expectedBlock, header.Block - 1);
            _line.Lose();
            _expectedRecord = header.FirstRecord;
        }

        var outOfPlace = header.FirstRecord != _expectedRecord || header.Segment != stretch.Segment;
        var judged = !_line.Lost;
        if (!_line.Follow(hash, previous => Hash(header, previous, payload.Span)))
        {
            _clean = false;
            if (!ReportRecords(header, payload.Span))
                Report(
                    outOfPlace ? LookupLogFaultKind.BlockOutOfPlace : LookupLogFaultKind.BlockAltered, header.Block,
                    "is not what was hashed");

            // A foreign block says nothing of what should stand here, so the one behind it has no known predecessor.
            if (outOfPlace)
                _line.Lose();
        }
        else if (!judged)
        {
            // Behind a hole the chain is silent, the records' own sums are not.
            ReportRecords(header, payload.Span);
        }

        _expectedBlock = header.Block + 1;
        _expectedRecord = outOfPlace ? _expectedRecord + header.Records : header.FirstRecord + header.Records;
    }

    public void End()
    {
        if (Blocks == 0 && stretch.Sealed)
        {
            var what = $"Segment {stretch.Segment} of writer {stretch.Writer} is gone, and no retention dropped it.";
            Add(LookupLogFaultKind.SegmentMissing, what, stretch.FirstBlock, stretch.FirstRecord);
        }
        else if (_expectedBlock <= stretch.LastBlock)
        {
            Missing(_expectedBlock, stretch.LastBlock);
        }
        else if (_clean && (!_line.EndsAt(stretch.EndHash) || _expectedRecord != stretch.FirstRecord + stretch.Records))
        {
            Add(LookupLogFaultKind.SegmentRewritten, $"Segment {stretch.Segment} of writer {stretch.Writer} ends in another hash.");
        }
    }

    public void Dispose() => _hasher.Dispose();

    private ReadOnlyMemory<byte> ReadPayload(DbDataReader rows)
    {
        var length = (int)rows.GetBytes(7, 0, null, 0, 0);
        if (length > _payload.Length)
            _payload = new byte[length];
        if (length > 0)
            rows.GetBytes(7, 0, _payload, 0, length);
        return _payload.AsMemory(0, length);
    }

    private byte[] Hash(in BlockHeader header, byte[] previous, ReadOnlySpan<byte> payload)
    {
        var hash = new byte[BlockHeader.HashSize];
        header.Hash(_hasher, previous, payload, hash);
        return hash;
    }

    private void Missing(long from, long to)
    {
        _clean = false;
        var tail = to == stretch.LastBlock && !stretch.Sealed;
        var kind = tail ? LookupLogFaultKind.TailMissing : LookupLogFaultKind.BlockMissing;
        Report(kind, from, from == to ? "is missing" : $"to {to} are missing");
    }

    /// <summary>Says which records broke the block; false when every record stands whole in its place.</summary>
    private bool ReportRecords(in BlockHeader header, ReadOnlySpan<byte> payload)
    {
        var found = RecordInspection.Inspect(payload, header.Records);
        foreach (var (kind, place) in found)
        {
            var record = header.FirstRecord + place;
            Add(kind, $"Record {record} in block {header.Block} of writer {stretch.Writer}: {kind}.", header.Block, record);
        }

        return found.Count > 0;
    }

    private void Report(LookupLogFaultKind kind, long block, string what) =>
        Add(kind, $"Block {block} of writer {stretch.Writer} {what}.", block);

    private void Add(LookupLogFaultKind kind, string what, long? block = null, long? record = null) =>
        faults.Add(kind, what, writer: stretch.Writer, segment: stretch.Segment, block: block, record: record);
}

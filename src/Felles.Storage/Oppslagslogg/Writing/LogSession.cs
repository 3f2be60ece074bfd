using System.Security.Cryptography;
using Felles.Storage.Oppslagslogg.Checkpoints;
using Felles.Storage.Oppslagslogg.Format;
using Felles.Storage.Oppslagslogg.Store;

namespace Felles.Storage.Oppslagslogg.Writing;

/// <summary>
/// One writer's life: a connection, a chain of its own and the segment that is open. It ends with the process or with the first failed
/// flush; a failed commit may or may not have happened, and a new chain is the only one whose tail is then known.
/// </summary>
internal sealed class LogSession : IDisposable
{
    private readonly LogConnection _log;
    private readonly TimeProvider _clock;
    private readonly LookupLogOptions _options;
    private WriterTail _tail;
    private OpenSegment _segment;
    private int _lastReadyMonth;

    private LogSession(LogConnection log, TimeProvider clock, LookupLogOptions options, DurabilityProof durability, WriterTail tail)
    {
        _log = log;
        _clock = clock;
        _options = options;
        _tail = tail;
        Durability = durability;
    }

    public DurabilityProof Durability { get; }

    public long Writer => _tail.Writer;

    /// <summary>Time for another chain: block numbers have 32 bits in positions and in the index.</summary>
    public bool Full => _tail.Blocks >= _options.MaxBlocks;

    /// <summary>How long until the open segment is due for its age; infinite when none is open.</summary>
    public TimeSpan UntilSealDue =>
        _segment.Bytes == 0 ? Timeout.InfiniteTimeSpan : WithinADay(_segment.Opened + _options.SegmentAge - _clock.GetUtcNow());

    /// <summary>Proves durability, seals what dead writers left open, and begins a chain.</summary>
    public static LogSession Open(LogStore store, TimeProvider clock, LookupLogOptions options)
    {
        var log = store.OpenWriter();
        try
        {
            var durability = log.ProveDurability();
            if (options.RequireDurable && !durability.Durable)
                throw new DurabilityException(
                    $"The look-up log's database reports commits before they are durable ({durability}).");
            log.EnsureSchema();
            var now = clock.GetUtcNow();
            WriterRows.SealAbandoned(log, LogTime.ToMicroseconds(now));
            var session = new LogSession(log, clock, options, durability, WriterRows.Begin(log, LogTime.ToMicroseconds(now)));
            session.MakeMonthsReady(LogTime.Month(now));
            return session;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Makes the batch durable, or throws; after a throw this session must not be used again.</summary>
    public void Append(LookupBatch batch)
    {
        var now = _clock.GetUtcNow();
        var (time, month) = (LogTime.ToMicroseconds(now), LogTime.Month(now));
        if (_segment.Bytes > 0 && _segment.Month != month)
            Seal(SealReason.Month);
        if (_segment.Bytes == 0)
        {
            // Normally made ahead; this is for a host that has slept through a month.
            if (month > _lastReadyMonth)
                MakeMonthsReady(month);
            _segment = new OpenSegment(now, month, 0, time, time);
        }

        var header = new BlockHeader(
            _tail.Writer, _tail.Blocks + 1, _tail.SealedSegments + 1, _tail.Records + 1, batch.Records, time, month);
        header.WritePrefix(batch.Prefix, _tail.Hash, batch.PayloadLength);
        var hash = SHA256.HashData(batch.Hashed);
        _log.WriteBlock(header, batch.Payload, _tail.Hash, hash);

        _tail = _tail with { Blocks = header.Block, Records = _tail.Records + batch.Records, Hash = hash };
        _segment = _segment with
        {
            Bytes = _segment.Bytes + BlockHeader.PrefixSize + batch.PayloadLength,
            FirstTime = Math.Min(_segment.FirstTime, time),
            LastTime = Math.Max(_segment.LastTime, time),
        };
    }

    /// <summary>Seals the open segment when it is large or old enough. Returns the new head of the checkpoint chain then.</summary>
    public LookupLogAnchor? SealIfDue()
    {
        if (_segment.Bytes >= _options.SegmentBytes)
            return Seal(SealReason.Size);
        return _segment.Bytes > 0 && _clock.GetUtcNow() - _segment.Opened >= _options.SegmentAge ? Seal(SealReason.Age) : null;
    }

    /// <summary>Seals and closes the writer in good order.</summary>
    public LookupLogAnchor? Close()
    {
        var anchor = _segment.Bytes > 0 ? Seal(SealReason.Shutdown) : null;
        WriterRows.Close(_log, _tail.Writer, LogTime.ToMicroseconds(_clock.GetUtcNow()));
        return anchor;
    }

    public void Dispose() => _log.Dispose();

    // A wait has a longest length, and a clock that is set back must not make it longer.
    private static TimeSpan WithinADay(TimeSpan span) => TimeSpan.FromTicks(Math.Clamp(span.Ticks, 0, TimeSpan.TicksPerDay));

    private void MakeMonthsReady(int month)
    {
        var next = LogTime.NextMonth(month);
        if (next <= _lastReadyMonth)
            return;
        _log.EnsureMonth(month);
        _log.EnsureMonth(next);
        _lastReadyMonth = next;
    }

    private LookupLogAnchor Seal(SealReason reason)
    {
        var now = _clock.GetUtcNow();

        // The times are kept here: callers wait for this thread, and the segment's blocks may be many.
        var span = new SegmentSpan { First = _segment.FirstTime, Last = _segment.LastTime, Month = _segment.Month };
        var link = WriterRows.Seal(_log, _tail, span, reason, LogTime.ToMicroseconds(now));
        _tail = _tail with
        {
            SealedSegments = _tail.SealedSegments + 1,
            SealedBlocks = _tail.Blocks,
            SealedRecords = _tail.Records,
            SealedHash = _tail.Hash,
        };
        _segment = default;
        MakeMonthsReady(LogTime.Month(now));
        return new LookupLogAnchor(link.Number, Convert.ToHexStringLower(link.Hash), LogTime.FromMicroseconds(link.Time));
    }

    private readonly record struct OpenSegment(DateTimeOffset Opened, int Month, long Bytes, long FirstTime, long LastTime);
}

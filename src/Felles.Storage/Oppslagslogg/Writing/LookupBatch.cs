using Felles.Storage.Oppslagslogg.Format;

namespace Felles.Storage.Oppslagslogg.Writing;

/// <summary>
/// The records of one group commit, encoded back to back behind room for the hashed prefix, and the one completion all its callers wait
/// for. Two of these exist: one fills while the other is flushed.
/// </summary>
internal sealed class LookupBatch
{
    private const int InitialSize = 64 * 1024;

    private byte[] _buffer = new byte[InitialSize];
    private int _end = BlockHeader.PrefixSize;

    // Continuations are requests. Run on the flusher's thread they would hold back the next commit.
    private TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Records { get; private set; }

    public int PayloadLength => _end - BlockHeader.PrefixSize;

    public Task Completion => _completion.Task;

    public ReadOnlyMemory<byte> Payload => _buffer.AsMemory(BlockHeader.PrefixSize, PayloadLength);

    /// <summary>Where the prefix goes.</summary>
    public Span<byte> Prefix => _buffer.AsSpan(0, BlockHeader.PrefixSize);

    /// <summary>Prefix and payload, in the order they are hashed.</summary>
    public ReadOnlySpan<byte> Hashed => _buffer.AsSpan(0, _end);

    public void Add(in LookupRecord record, int maxBodySize)
    {
        if (_buffer.Length - _end < RecordFrame.HeaderSize + maxBodySize)
            Grow(RecordFrame.HeaderSize + maxBodySize);
        var frame = _buffer.AsSpan(_end);
        var length = RecordFrame.HeaderSize + RecordEncoder.Write(record, frame[RecordFrame.HeaderSize..]);
        RecordFrame.WriteHeader(frame[..length], Records);
        _end += length;
        Records++;
    }

    public void Complete() => _completion.SetResult();

    public void Fail(Exception reason) => _completion.SetException(reason);

    /// <summary>
    /// Empties the batch for its next turn. A buffer that a burst made large is given back, so that an idle host stays small.
    /// </summary>
    public void Reset(int keepBytes)
    {
        if (_buffer.Length > keepBytes)
            _buffer = new byte[InitialSize];
        _end = BlockHeader.PrefixSize;
        Records = 0;
        _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private void Grow(int needed) =>
        Array.Resize(ref _buffer, checked((int)Math.Max((long)_end + needed, Math.Min(2L * _buffer.Length, Array.MaxLength))));
}

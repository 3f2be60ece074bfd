namespace Felles.Cli.Maal;

/// <summary>Counts the lines that are written through it.</summary>
internal sealed class Linjeteller(Stream til, IProgress<long> framdrift) : Stream
{
    private long _linjer;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await til.WriteAsync(buffer, cancellationToken);
        Tell(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        til.Write(buffer, offset, count);
        Tell(buffer.AsSpan(offset, count));
    }

    public override void Flush() => til.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => til.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Tell(ReadOnlySpan<byte> skrevet) => framdrift.Report(_linjer += skrevet.Count((byte)'\n'));
}

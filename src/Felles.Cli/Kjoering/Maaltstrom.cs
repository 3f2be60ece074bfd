namespace Felles.Cli.Kjoering;

/// <summary>Tells how many bytes have been read of a stream.</summary>
internal sealed class Maaltstrom(Stream indre, IProgress<long> lest) : Stream
{
    private long _antall;

    public override bool CanRead => true;

    public override bool CanSeek => indre.CanSeek;

    public override bool CanWrite => false;

    public override long Length => indre.Length;

    public override long Position
    {
        get => indre.Position;
        set
        {
            indre.Position = value;
            _antall = value;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Tell(indre.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Tell(await indre.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = indre.Seek(offset, origin);

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Tell(int antall)
    {
        lest.Report(_antall += antall);
        return antall;
    }
}

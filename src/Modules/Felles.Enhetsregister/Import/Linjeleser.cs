using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Felles.Enhetsregister.Import;

/// <summary>The lines of a stream, numbered from 1, without holding more than one of them in memory.</summary>
internal static class Linjeleser
{
    /// <summary>The longest line in bytes. The largest unit of the open interface is a few kilobytes.</summary>
    public const int LengsteLinje = 256 * 1024;

    /// <summary>
    /// Reads to the end. Empty lines are counted but not given; a line that is too long is given without content. The memory of a line is
    /// valid until the next is asked for.
    /// </summary>
    public static async IAsyncEnumerable<(int Nr, ReadOnlyMemory<byte>? Innhold)> LesAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var leser = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var nr = 1;
        var hopper = false; // inside a line that is too long
        while (true)
        {
            var lest = await leser.ReadAsync(ct);
            var buffer = lest.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } slutt)
            {
                if (!hopper && Linje(nr, buffer.Slice(0, slutt)) is { } linje) yield return linje;
                hopper = false;
                nr++;
                buffer = buffer.Slice(buffer.GetPosition(1, slutt));
            }

            if (lest.IsCompleted)
            {
                if (!hopper && Linje(nr, buffer) is { } siste) yield return siste;
                break;
            }

            if (buffer.Length > LengsteLinje)
            {
                if (!hopper) yield return (nr, null);
                hopper = true;
                buffer = buffer.Slice(buffer.End);
            }

            leser.AdvanceTo(buffer.Start, buffer.End);
        }

        await leser.CompleteAsync();
    }

    private static (int, ReadOnlyMemory<byte>?)? Linje(int nr, ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > LengsteLinje) return (nr, null);
        ReadOnlyMemory<byte> linje = bytes.IsSingleSegment ? bytes.First : bytes.ToArray();
        if (nr == 1 && linje.Span.StartsWith("\uFEFF"u8)) linje = linje[3..]; // a byte order mark, as some editors leave
        return linje.Span.ContainsAnyExcept(" \t\r"u8) ? (nr, linje) : null;
    }
}

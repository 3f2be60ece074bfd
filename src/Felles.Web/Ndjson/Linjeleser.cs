using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Felles.Web.Ndjson;

/// <summary>The lines of a stream, numbered from 1, with memory for the longest of them alone.</summary>
public static class Linjeleser
{
    /// <summary>
    /// Reads to the end. Empty lines are counted but not given; a line that is too long is given without content. The memory of a line is
    /// valid until the next is asked for. The reader is not completed.
    /// </summary>
    /// <param name="leser">The bytes.</param>
    /// <param name="lengsteLinje">The longest line in bytes.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async IAsyncEnumerable<(int Nr, ReadOnlyMemory<byte>? Innhold)> LesAsync(
        PipeReader leser, int lengsteLinje, [EnumeratorCancellation] CancellationToken ct)
    {
        var samlet = new ArrayBufferWriter<byte>();
        var nr = 1;
        var hopper = false; // inside a line that is too long
        while (true)
        {
            var lest = await leser.ReadAsync(ct);
            var buffer = lest.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } slutt)
            {
                if (!hopper && Linje(nr, buffer.Slice(0, slutt), lengsteLinje, samlet) is { } linje) yield return linje;
                hopper = false;
                nr++;
                buffer = buffer.Slice(buffer.GetPosition(1, slutt));
            }

            if (lest.IsCompleted)
            {
                if (!hopper && Linje(nr, buffer, lengsteLinje, samlet) is { } siste) yield return siste;
                leser.AdvanceTo(buffer.End);
                yield break;
            }

            if (buffer.Length > lengsteLinje)
            {
                if (!hopper) yield return (nr, null);
                hopper = true;
                buffer = buffer.Slice(buffer.End);
            }

            leser.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static (int, ReadOnlyMemory<byte>?)? Linje(
        int nr, ReadOnlySequence<byte> bytes, int lengsteLinje, ArrayBufferWriter<byte> samlet)
    {
        if (bytes.Length > lengsteLinje) return (nr, null);
        var linje = bytes.First;
        if (!bytes.IsSingleSegment)
        {
            samlet.ResetWrittenCount();
            foreach (var del in bytes) samlet.Write(del.Span);
            linje = samlet.WrittenMemory;
        }

        if (nr == 1 && linje.Span.StartsWith("\uFEFF"u8)) linje = linje[3..]; // a byte order mark, as some editors leave
        linje = linje.Trim(" \t\r"u8);
        return linje.IsEmpty ? null : (nr, linje);
    }
}

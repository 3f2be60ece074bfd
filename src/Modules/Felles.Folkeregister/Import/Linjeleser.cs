using System.Buffers;
using System.IO.Pipelines;

namespace Felles.Folkeregister.Import;

/// <summary>
/// Parts a stream of bytes into lines, with memory for the longest line alone. A line beyond the bound is passed over and told.
/// </summary>
internal sealed class Linjeleser(PipeReader leser, int stoersteLinje)
{
    private byte[] samlet = [];

    public int Linje { get; private set; }

    /// <summary>
    /// Calls back for every line that is not blank; the bytes hold during the call. The second argument is true for a line that was too
    /// long.
    /// </summary>
    public async Task LesAsync(Action<ReadOnlySpan<byte>, bool> linje, CancellationToken ct)
    {
        var forLang = false;
        while (true)
        {
            var lest = await leser.ReadAsync(ct);
            var buffer = lest.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } slutt)
            {
                Linje++;
                Gi(buffer.Slice(0, slutt), forLang, linje);
                forLang = false;
                buffer = buffer.Slice(buffer.GetPosition(1, slutt));
            }

            if (lest.IsCompleted)
            {
                if (forLang || !buffer.IsEmpty)
                {
                    Linje++;
                    Gi(buffer, forLang, linje);
                }

                leser.AdvanceTo(lest.Buffer.End);
                return;
            }

            if (buffer.Length > stoersteLinje)
            {
                forLang = true;
                buffer = buffer.Slice(buffer.End);
            }

            leser.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private void Gi(ReadOnlySequence<byte> bytes, bool forLang, Action<ReadOnlySpan<byte>, bool> linje)
    {
        if (forLang || bytes.Length > stoersteLinje)
        {
            linje(default, true);
            return;
        }

        var hel = Hel(bytes).Trim(" \t\r"u8);
        // A file saved by a Windows editor begins with a byte order mark.
        if (Linje == 1 && hel.StartsWith("\uFEFF"u8))
            hel = hel[3..];
        if (!hel.IsEmpty)
            linje(hel, false);
    }

    private ReadOnlySpan<byte> Hel(ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsSingleSegment)
            return bytes.FirstSpan;
        var lengde = (int)bytes.Length;
        if (samlet.Length < lengde)
            samlet = new byte[Math.Max(lengde, samlet.Length * 2)];
        bytes.CopyTo(samlet);
        return samlet.AsSpan(0, lengde);
    }
}

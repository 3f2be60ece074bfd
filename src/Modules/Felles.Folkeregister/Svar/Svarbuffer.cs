using System.Buffers;
using Felles.Kernel.Identifikatorer;

namespace Felles.Folkeregister.Svar;

/// <summary>
/// Holds an answer until its look-up log entry is durable. Reused from call to call; grows by doubling and keeps up to
/// <see cref="StoersteBeholdt"/> so that a bulk answer does not stay in memory.
/// </summary>
internal sealed class Svarbuffer : IBufferWriter<byte>
{
    private const int StoersteBeholdt = 256 * 1024;

    private static readonly System.Collections.Concurrent.ConcurrentBag<Svarbuffer> Ledige = [];

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    private Svarbuffer()
    {
    }

    public int Lengde { get; private set; }

    public ReadOnlyMemory<byte> Skrevet => bytes.AsMemory(0, Lengde);

    public static Svarbuffer Lei() => Ledige.TryTake(out var ledig) ? ledig : new Svarbuffer();

    /// <summary>Gives the buffer back; the caller must not use it or its memory again.</summary>
    public void LeverTilbake()
    {
        Lengde = 0;
        if (bytes.Length > StoersteBeholdt)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
        }

        Ledige.Add(this);
    }

    /// <summary>Begins anew; what was written is gone.</summary>
    public void Toem() => Lengde = 0;

    public void Advance(int count) => Lengde += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GiPlass(sizeHint);
        return bytes.AsMemory(Lengde);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        GiPlass(sizeHint);
        return bytes.AsSpan(Lengde);
    }

    public void Skriv(ReadOnlySpan<byte> data)
    {
        GiPlass(data.Length);
        data.CopyTo(bytes.AsSpan(Lengde));
        Lengde += data.Length;
    }

    /// <summary>Eleven digits with leading zero; of a bulk look-up not always a valid number.</summary>
    public void SkrivNummer(long id)
    {
        _ = Folkeregisteridentifikator.FromValue(id).TryFormatUtf8(GetSpan(11), out var antall);
        Advance(antall);
    }

    private void GiPlass(int trenger)
    {
        if (bytes.Length - Lengde >= Math.Max(trenger, 1))
            return;
        var stoerre = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Lengde + trenger));
        bytes.AsSpan(0, Lengde).CopyTo(stoerre);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = stoerre;
    }
}

using System.Buffers;

namespace Felles.Cli.Maal;

/// <summary>Copies a stream of lines and counts them on the way; holds one block in memory whatever the size.</summary>
internal static class Linjekopi
{
    private const int Blokk = 128 * 1024;

    internal static async Task<long> KopierAsync(Stream inn, Stream ut, IProgress<long> framdrift, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Blokk);
        try
        {
            long linjer = 0;
            int lest;
            while ((lest = await inn.ReadAsync(buffer.AsMemory(0, Blokk), ct)) > 0)
            {
                await ut.WriteAsync(buffer.AsMemory(0, lest), ct);
                linjer += buffer.AsSpan(0, lest).Count((byte)'\n');
                framdrift.Report(linjer);
            }

            return linjer;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

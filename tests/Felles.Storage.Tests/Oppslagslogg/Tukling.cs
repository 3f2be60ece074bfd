using Felles.Storage.Oppslagslogg.Format;

namespace Felles.Storage.Tests.Oppslagslogg;

/// <summary>Takes a payload apart and puts it together otherwise.</summary>
internal static class Tukling
{
    public static List<byte[]> Frames(byte[] payload)
    {
        var frames = new List<byte[]>();
        var at = 0;
        while (at < payload.Length)
        {
            var start = at;
            Assert.True(RecordFrame.TryRead(payload, ref at, checkSum: true, out var frame) && frame.SumHolds);
            frames.Add(payload[start..at]);
        }

        return frames;
    }

    public static byte[] Join(IEnumerable<byte[]> frames) => [.. frames.SelectMany(f => f)];
}

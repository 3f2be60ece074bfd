using Felles.Storage.Oppslagslogg.Format;

namespace Felles.Storage.Oppslagslogg.Index;

/// <summary>The entries of one block. A record that cannot be read gives none: saying so is the verification's work.</summary>
internal static class BlockEntries
{
    public static void Collect(int block, ReadOnlySpan<byte> payload, List<IndexEntry> entries)
    {
        var at = 0;
        while (RecordFrame.TryRead(payload, ref at, checkSum: false, out var frame))
        {
            if (!RecordKeys.TryRead(frame.Body, out var keys))
                continue;
            if (keys.Konsument != 0)
                entries.Add(new IndexEntry(IndexKind.Konsument, keys.Konsument, keys.Ticks, block, frame.Place));
            if (keys.Leverandoer != 0)
                entries.Add(new IndexEntry(IndexKind.Leverandoer, keys.Leverandoer, keys.Ticks, block, frame.Place));
            for (var i = 0; i < keys.Personer.Length / sizeof(long); i++)
                entries.Add(new IndexEntry(IndexKind.Person, keys.Person(i), keys.Ticks, block, frame.Place));
        }
    }
}

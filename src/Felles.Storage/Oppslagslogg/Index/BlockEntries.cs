using Felles.Storage.Oppslagslogg.Format;

namespace Felles.Storage.Oppslagslogg.Index;

/// <summary>The entries of one block. A record that cannot be read gives none: saying so is the verification's work.</summary>
internal static class BlockEntries
{
    /// <summary>
    /// Whether a record is the one that an entry leads to. The index is derived and may be of another log than it lies beside.
    /// </summary>
    public static bool LeadsTo(ReadOnlySpan<byte> body, IndexKind kind, long key, long ticks)
    {
        if (!RecordKeys.TryRead(body, out var keys) || keys.Ticks != ticks)
            return false;
        if (kind != IndexKind.Person)
            return key == (kind == IndexKind.Konsument ? keys.Konsument : keys.Leverandoer);
        for (var i = 0; i < keys.Personer.Length / sizeof(long); i++)
        {
            if (keys.Person(i) == key)
                return true;
        }

        return false;
    }

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

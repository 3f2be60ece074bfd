using Felles.Storage.Oppslagslogg.Index;

namespace Felles.Storage.Oppslagslogg.Reading;

/// <summary>A page of the index with the key, time and number it is found by.</summary>
internal sealed class PageRow
{
    public long Writer { get; init; }

    public long Run { get; init; }

    public long Key { get; init; }

    public long Time { get; init; }

    public long Number { get; init; }

    public byte[] Entries { get; init; } = [];

    public int Count => Entries.Length / IndexEntry.Size;
}

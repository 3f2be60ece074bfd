namespace Felles.Folkeregister.Hendelser.Feed;

/// <summary>A page as it was rendered. A full one never changes.</summary>
/// <param name="Kropp">The bytes that leave.</param>
/// <param name="Antall">How many events are in it.</param>
/// <param name="Siste">The number of the last; 0 of an empty page.</param>
/// <param name="Eldst">When the first event at or after the page's start was written, seen by the package or not, in microseconds.
/// <see cref="Ingen"/> when there is none.</param>
/// <param name="Personer">Who is told of, each once.</param>
internal sealed record Feedside(byte[] Kropp, int Antall, long Siste, long Eldst, long[] Personer)
{
    public const int Stoerrelse = 1000;

    public const long Ingen = long.MaxValue;

    public bool Full => Antall == Stoerrelse;

    public int Bytes => Kropp.Length + (Personer.Length * sizeof(long));
}

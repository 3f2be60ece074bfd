using System.Globalization;

namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// The place of a record in the order of reading: by time, and where times are equal by writer, block and place in the block.
/// </summary>
public readonly record struct LookupPosition(long Ticks, long Writer, int Block, int Place) : IComparable<LookupPosition>
{
    public static bool operator <(LookupPosition left, LookupPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(LookupPosition left, LookupPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(LookupPosition left, LookupPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LookupPosition left, LookupPosition right) => left.CompareTo(right) >= 0;

    /// <summary>Reads what <see cref="ToString"/> wrote, for a page's address.</summary>
    public static bool TryParse(string? text, out LookupPosition position)
    {
        position = default;
        var parts = text?.Split('-');
        if (parts?.Length != 4 || !Number(parts[0], out var ticks) || !Number(parts[1], out var writer)
            || !Number(parts[2], out var block) || !Number(parts[3], out var place) || block > int.MaxValue || place > int.MaxValue)
        {
            return false;
        }

        position = new LookupPosition(ticks, writer, (int)block, (int)place);
        return true;

        static bool Number(string digits, out long value) =>
            long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    public int CompareTo(LookupPosition other) =>
        (Ticks, Writer, Block, Place).CompareTo((other.Ticks, other.Writer, other.Block, other.Place));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ticks}-{Writer}-{Block}-{Place}");
}

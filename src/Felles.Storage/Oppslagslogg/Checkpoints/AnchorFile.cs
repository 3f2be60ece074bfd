using System.Globalization;

namespace Felles.Storage.Oppslagslogg.Checkpoints;

/// <summary>
/// Heads of the checkpoint chain, one a line: number, time, hash. A file on another machine or on write-once media is the anchor that
/// whoever can write to the database cannot move.
/// </summary>
internal sealed class AnchorFile(string file)
{
    public void Append(LookupLogAnchor anchor) => File.AppendAllText(file, Format(anchor) + "\n");

    public static string Format(LookupLogAnchor anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"{anchor.Number} {anchor.Time:O} {anchor.Hash}");

    /// <summary>Reads the lines of such a file; a malformed one is an error of its own and names its line.</summary>
    public static IEnumerable<LookupLogAnchor> Parse(IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0)
                continue;
            var parts = line.Split(' ');
            if (parts.Length != 3 || !long.TryParse(parts[0], out var checkpoint) || parts[2].Length != 64
                || !DateTimeOffset.TryParse(parts[1], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            {
                throw new FormatException($"Line {number} is not an anchor: expected a number, a time and 64 hexadecimal digits.");
            }

            yield return new LookupLogAnchor(checkpoint, parts[2], time);
        }
    }
}

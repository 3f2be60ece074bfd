using System.Text.RegularExpressions;

namespace Felles.Architecture.Tests;

/// <summary>Rules over the text of the source files.</summary>
internal static partial class SourceRules
{
    public const int LongestFile = 400;
    public const int LongestLine = 140;

    public static IEnumerable<string> TooLong(string name, IReadOnlyList<string> lines)
    {
        if (lines.Count > LongestFile)
        {
            yield return $"{name} has {lines.Count} lines";
        }
    }

    public static IEnumerable<string> TooWide(string name, IReadOnlyList<string> lines) =>
        from line in lines.Index()
        where line.Item.Length > LongestLine && !line.Item.Contains("http", StringComparison.Ordinal)
        select $"{name}:{line.Index + 1} is {line.Item.Length} columns wide";

    /// <summary>No SQL across modules: a module reads another's data through its contract.</summary>
    public static IEnumerable<string> ForeignSql(string name, string ownSchema, IReadOnlyCollection<string> schemas, string text) =>
        from Match match in SqlTable().Matches(text)
        let schema = match.Groups["schema"].Value
        where schema != ownSchema && schemas.Contains(schema)
        select $"{name} has SQL over {schema}";

    [GeneratedRegex(@"\b(?:from|join|into|update|table)\s+(?<schema>[a-z_]+)\.[a-z_]+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SqlTable();
}

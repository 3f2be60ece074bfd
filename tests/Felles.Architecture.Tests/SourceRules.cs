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

    /// <summary>Texts in quotes and SQL in raw strings may run on: breaking them would make them harder to search for.</summary>
    public static IEnumerable<string> TooWide(string name, IReadOnlyList<string> lines)
    {
        var inRawString = false;
        foreach (var (index, line) in lines.Index())
        {
            var fences = line.Split("\"\"\"").Length - 1;
            inRawString ^= fences % 2 == 1;
            if (!inRawString && fences == 0 && line.Length > LongestLine && QuotedText().Replace(line, "").Length > LongestLine)
            {
                yield return $"{name}:{index + 1} is {line.Length} columns wide";
            }
        }
    }

    /// <summary>The tables that migrations and schemas make, as <c>schema.table</c>.</summary>
    public static IEnumerable<string> Tables(string text) => SqlCreate().Matches(text).Select(m => m.Groups["table"].Value);

    /// <summary>
    /// No SQL across modules: a module reads another's data through its contract. Any mention of a table counts, because SQL has more ways
    /// to reach one than a list of words would hold; also in SQLite's form, where the schema is a prefix.
    /// </summary>
    public static IEnumerable<string> ForeignSql(string name, string? ownSchema, IReadOnlySet<string> tables, string text) =>
        from Match match in SqlTable().Matches(text)
        let schema = match.Groups["schema"].Value
        where schema != ownSchema && tables.Contains($"{schema}.{match.Groups["table"].Value}")
        select $"{name} has SQL over {schema}";

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""")]
    private static partial Regex QuotedText();

    [GeneratedRegex(@"\bcreate table (?:if not exists )?(?<table>[a-z]+\.[a-z_]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SqlCreate();

    [GeneratedRegex(@"(?<![\w.@$/-])(?<schema>[a-z]+)[._](?<table>[a-z_]+)\b")]
    private static partial Regex SqlTable();
}

using System.Text.RegularExpressions;

namespace Felles.Cli.Tests.Dokumenter;

/// <summary>Finds what the documents tell a reader to type.</summary>
internal static partial class Dokumentkommandoer
{
    /// <summary>Commands in code blocks: whole, with every argument.</summary>
    internal static IEnumerable<string> Hele(string markdown)
    {
        foreach (Match blokk in Blokk().Matches(markdown))
        {
            foreach (var linje in blokk.Groups[1].Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
            {
                foreach (Match treff in Kommando().Matches(linje))
                    yield return treff.Groups[1].Value.Trim();
            }
        }
    }

    /// <summary>Commands mentioned in a sentence or table: the verb, and perhaps options, without what must stand with them.</summary>
    internal static IEnumerable<string> Nevnte(string markdown) =>
        Nevnt().Matches(Blokk().Replace(markdown, "")).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"^```\w*\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blokk();

    // Ends where the shell goes on with something else.
    [GeneratedRegex(@"(?:^|[\s(])(?:felles|dotnet run --project src/Felles\.Cli --) ((?:[^|>&);\n])+)")]
    private static partial Regex Kommando();

    [GeneratedRegex(@"`(?:felles|dotnet run --project src/Felles\.Cli --) ([^`\n]+)`")]
    private static partial Regex Nevnt();
}

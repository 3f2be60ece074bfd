using System.Reflection;
using System.Text;
using Felles.Kernel.Feil;

namespace Felles.Architecture.Tests;

/// <summary>Every error code is declared once, as a static field, and docs/error-codes.md lists them all.</summary>
public sealed class ErrorCodeTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Feilkode[] Declared =
    [
        .. from assembly in Solution.Assemblies
           from type in assembly.GetTypes()
           where !type.ContainsGenericParameters
           from field in type.GetFields(Static)
           where field.FieldType == typeof(Feilkode)
           select (Feilkode)field.GetValue(null)!,
    ];

    [Fact]
    public void No_code_is_declared_twice() =>
        Assert.Empty(Declared.GroupBy(f => f.Kode).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(f => f.Sted))}"));

    [Fact]
    public void The_list_in_the_documents_is_the_list_in_the_code()
    {
        var file = Path.Combine(Solution.Root.FullName, "docs", "error-codes.md");
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var table = text[text.IndexOf("\n| code |", StringComparison.Ordinal)..].Trim();
        var expected = Table();
        if (table != expected)
        {
            // The list to put in its place, where it is easily found.
            var artifacts = Directory.CreateDirectory(Path.Combine(Solution.Root.FullName, "artifacts"));
            File.WriteAllText(Path.Combine(artifacts.FullName, "error-codes-table.md"), expected + "\n");
        }

        Assert.Equal(expected, table);
    }

    private static string Table()
    {
        var text = new StringBuilder("| code | where | meaning |\n|---|---|---|\n");
        foreach (var code in Declared.OrderBy(f => f.Sted, StringComparer.Ordinal).ThenBy(f => f.Kode, StringComparer.Ordinal))
        {
            text.Append("| `").Append(code.Kode).Append("` | ").Append(code.Sted).Append(" | ")
                .Append(code.Tekst.Replace("|", "\\|")).Append(" |\n");
        }

        return text.ToString().Trim();
    }
}

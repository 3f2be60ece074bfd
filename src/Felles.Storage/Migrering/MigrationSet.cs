using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Felles.Storage;

/// <summary>
/// The numbered SQL files of one module: embedded resources named <c>…Migrasjoner.NNNN_navn.sql</c>. The schema has the module's name.
/// </summary>
public sealed class MigrationSet(string schema, Assembly assembly)
{
    internal const string StorageSchema = "felles";

    public string Schema { get; } = schema;

    /// <summary>In order of their numbers, which start at 1 and have no holes.</summary>
    public IReadOnlyList<Migration> Read()
    {
        var found = assembly.GetManifestResourceNames()
            .Select(resource => (resource, at: resource.IndexOf(".Migrasjoner.", StringComparison.Ordinal)))
            .Where(r => r.at >= 0 && r.resource.EndsWith(".sql", StringComparison.Ordinal))
            .Select(r => Load(r.resource, r.resource[(r.at + ".Migrasjoner.".Length)..^".sql".Length]))
            .OrderBy(m => m.Number)
            .ToArray();
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i].Number != i + 1)
                throw new InvalidOperationException(
                    $"The migrations of {Schema} have no number {i + 1:0000}, or have it twice (found {found[i].Name}).");
        }

        return found;
    }

    private Migration Load(string resource, string name)
    {
        if (name.Length < 6 || name[4] != '_' || !int.TryParse(name[..4], out var number))
            throw new InvalidOperationException($"The migration {resource} is not named NNNN_navn.sql.");
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A checkout with other line ends must not look like a changed migration.
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new Migration(Schema, number, name, sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}

/// <summary>
/// One migration file. <paramref name="Hash"/> is the SHA-256 of its text, kept in the database to reveal a change after the fact.
/// </summary>
public sealed record Migration(string Schema, int Number, string Name, string Sql, string Hash);

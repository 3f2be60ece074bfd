using System.Reflection;
using System.Xml.Linq;

namespace Felles.Architecture.Tests;

/// <summary>The solution as it stands on disk and as it was built.</summary>
internal static class Solution
{
    public static DirectoryInfo Root { get; } = FindRoot();

    /// <summary>Every project below src/ with the projects it names, by csproj.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> ProjectReferences { get; } = Root
        .GetDirectories("src")[0]
        .EnumerateFiles("*.csproj", SearchOption.AllDirectories)
        .ToDictionary(
            file => Path.GetFileNameWithoutExtension(file.Name),
            IReadOnlySet<string> (file) => XDocument.Load(file.FullName)
                .Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
                .ToHashSet());

    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. ProjectReferences.Keys.Select(name => Assembly.Load(name == "Felles.Cli" ? "felles" : name))];

    public static IReadOnlyList<Assembly> Modules { get; } = [.. Assemblies.Where(a => References.IsModule(a.GetName().Name!))];

    /// <summary>The source files that git would keep: everything but build output.</summary>
    public static IEnumerable<FileInfo> SourceFiles(params string[] extensions) =>
        from folder in new[] { "src", "tests", "bench" }
        from file in Root.GetDirectories(folder)[0].EnumerateFiles("*", SearchOption.AllDirectories)
        where extensions.Contains(file.Extension)
        let path = file.FullName.Replace('\\', '/')
        where !path.Contains("/bin/") && !path.Contains("/obj/") && !path.Contains("/wwwroot/lib/")
        select file;

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Felles.slnx")))
        {
            folder = folder.Parent;
        }

        return folder ?? throw new InvalidOperationException("Felles.slnx was not found above the test's own folder.");
    }
}

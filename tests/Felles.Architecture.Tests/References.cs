namespace Felles.Architecture.Tests;

/// <summary>Who may see whom: docs/architecture.md, "Reference rules".</summary>
internal static class References
{
    private static readonly string[] Base = ["Felles.Kernel", "Felles.Storage", "Felles.Web"];

    private static readonly Dictionary<string, string[]> ModulesSeenBy = new()
    {
        ["Felles.Enhetsregister"] = [],
        ["Felles.Tilgang"] = ["Felles.Enhetsregister"],
        ["Felles.Folkeregister"] = ["Felles.Tilgang", "Felles.Enhetsregister"],
        ["Felles.Maskinporten"] = ["Felles.Tilgang", "Felles.Enhetsregister"],
        ["Felles.Tenor"] = ["Felles.Folkeregister", "Felles.Maskinporten", "Felles.Tilgang", "Felles.Enhetsregister"],
    };

    public static bool IsModule(string project) => ModulesSeenBy.ContainsKey(project);

    public static IEnumerable<string> Violations(string project, IEnumerable<string> seen)
    {
        foreach (var other in seen.Where(name => name.StartsWith("Felles.", StringComparison.Ordinal) && name != project))
        {
            if (!MaySee(project, other))
            {
                yield return $"{project} must not see {other}";
            }
        }
    }

    /// <summary>Internals are shown to the project's own tests, the test builders and the benchmarks, and to nothing that ships.</summary>
    public static IEnumerable<string> Friends(string project, IEnumerable<string> friends) =>
        from friend in friends
        where friend != $"{project}.Tests" && friend is not ("Felles.Testing" or "Felles.Bench")
        select $"{project} must not show its internals to {friend}";

    private static bool MaySee(string project, string other) => (project, other) switch
    {
        (_, "Felles.Portal") => project == "Felles.Host",
        (_, "Felles.Host" or "Felles.Cli") => false,
        ("Felles.Kernel", _) => false,
        ("Felles.Storage" or "Felles.Client", _) => other == "Felles.Kernel",
        ("Felles.Web", _) => other is "Felles.Kernel" or "Felles.Storage",
        ("Felles.Cli", _) => true,
        ("Felles.Host" or "Felles.Portal", _) => other != "Felles.Client",
        _ when ModulesSeenBy.TryGetValue(project, out var modules) => Base.Contains(other) || modules.Contains(other),
        _ => false,
    };
}

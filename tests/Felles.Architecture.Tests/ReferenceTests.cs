using System.Reflection;
using System.Runtime.CompilerServices;

namespace Felles.Architecture.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void No_project_file_names_a_project_it_may_not_see() =>
        Assert.Empty(Solution.ProjectReferences.SelectMany(p => References.Violations(p.Key, p.Value)));

    [Fact]
    public void No_built_assembly_uses_an_assembly_it_may_not_see() =>
        Assert.Empty(Solution.Assemblies.SelectMany(a => References.Violations(
            Project(a), a.GetReferencedAssemblies().Select(r => r.Name!))));

    [Fact]
    public void No_project_shows_its_internals_to_another_that_ships() =>
        Assert.Empty(Solution.Assemblies.SelectMany(a => References.Friends(
            Project(a), a.GetCustomAttributes<InternalsVisibleToAttribute>().Select(f => f.AssemblyName))));

    [Fact]
    public void Internals_shown_to_another_module_are_found() =>
        Assert.Equal(
            ["Felles.Tilgang must not show its internals to Felles.Folkeregister"],
            References.Friends("Felles.Tilgang", ["Felles.Tilgang.Tests", "Felles.Bench", "Felles.Folkeregister"]));

    [Fact]
    public void Every_module_on_disk_has_its_rule() =>
        Assert.Equal(
            Solution.Root.GetDirectories("src/Modules")[0].GetDirectories().Select(d => d.Name).Order(),
            Solution.ProjectReferences.Keys.Where(References.IsModule).Order());

    [Theory]
    [InlineData("Felles.Kernel", "Felles.Storage")]
    [InlineData("Felles.Storage", "Felles.Web")]
    [InlineData("Felles.Storage", "Felles.Folkeregister")]
    [InlineData("Felles.Web", "Felles.Maskinporten")]
    [InlineData("Felles.Client", "Felles.Storage")]
    [InlineData("Felles.Enhetsregister", "Felles.Tilgang")]
    [InlineData("Felles.Tilgang", "Felles.Folkeregister")]
    [InlineData("Felles.Folkeregister", "Felles.Maskinporten")]
    [InlineData("Felles.Folkeregister", "Felles.Tenor")]
    [InlineData("Felles.Maskinporten", "Felles.Folkeregister")]
    [InlineData("Felles.Tenor", "Felles.Portal")]
    [InlineData("Felles.Cli", "Felles.Host")]
    [InlineData("Felles.Portal", "Felles.Host")]
    [InlineData("Felles.NyModul", "Felles.Kernel")]
    public void A_forbidden_reference_is_found(string project, string other) =>
        Assert.Equal([$"{project} must not see {other}"], References.Violations(project, [other, "Dapper"]));

    private static string Project(Assembly assembly) => assembly.GetName().Name is var name && name == "felles" ? "Felles.Cli" : name!;
}

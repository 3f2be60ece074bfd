namespace Felles.Architecture.Tests;

public sealed class SourceRuleTests
{
    private static readonly string[] Schemas =
        [.. Solution.ProjectReferences.Keys.Where(References.IsModule).Select(name => name.Split('.')[^1].ToLowerInvariant())];

    [Fact]
    public void No_source_file_is_longer_than_one_can_hold_in_mind() =>
        Assert.Empty(Solution.SourceFiles(".cs", ".cshtml").SelectMany(f => SourceRules.TooLong(f.Name, File.ReadAllLines(f.FullName))));

    [Fact]
    public void No_line_is_wider_than_the_screen() =>
        Assert.Empty(Solution.SourceFiles(".cs").SelectMany(f => SourceRules.TooWide(f.Name, File.ReadAllLines(f.FullName))));

    [Fact]
    public void No_module_has_SQL_over_the_tables_of_another() =>
        Assert.Empty(
            from file in Solution.SourceFiles(".cs", ".sql")
            let module = file.FullName.Replace('\\', '/').Split("/src/Modules/Felles.") is [_, var rest] ? rest.Split('/')[0] : null
            where module is not null
            from violation in SourceRules.ForeignSql(file.Name, module.ToLowerInvariant(), Schemas, File.ReadAllText(file.FullName))
            select violation);

    [Fact]
    public void A_long_file_is_found() =>
        Assert.Equal(["Lang.cs has 401 lines"], SourceRules.TooLong("Lang.cs", Enumerable.Repeat("", 401).ToArray()));

    [Fact]
    public void A_wide_line_is_found() =>
        Assert.Equal(["Bred.cs:2 is 141 columns wide"], SourceRules.TooWide("Bred.cs", ["", new string('x', 141)]));

    [Fact]
    public void A_wide_line_of_text_in_quotes_is_let_through() =>
        Assert.Empty(SourceRules.TooWide("Tekst.cs", [$"throw new Exception(\"{new string('x', 150)}\");"]));

    [Fact]
    public void SQL_over_another_modules_table_is_found() =>
        Assert.Equal(
            ["Feil.cs has SQL over tilgang"],
            SourceRules.ForeignSql("Feil.cs", "folkeregister", Schemas, "from folkeregister.person join tilgang.tilgang on true"));
}

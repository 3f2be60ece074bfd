namespace Felles.Architecture.Tests;

public sealed class SourceRuleTests
{
    private static readonly HashSet<string> Tables =
        [.. Solution.SourceFiles(".cs", ".sql").SelectMany(f => SourceRules.Tables(File.ReadAllText(f.FullName)))];

    [Fact]
    public void No_source_file_is_longer_than_one_can_hold_in_mind() =>
        Assert.Empty(Solution.SourceFiles(".cs", ".cshtml").SelectMany(f => SourceRules.TooLong(f.Name, File.ReadAllLines(f.FullName))));

    [Fact]
    public void No_line_is_wider_than_the_screen() =>
        Assert.Empty(Solution.SourceFiles(".cs").SelectMany(f => SourceRules.TooWide(f.Name, File.ReadAllLines(f.FullName))));

    [Fact]
    public void Nothing_but_the_storage_and_the_module_itself_has_SQL_over_a_table() =>
        Assert.Empty(
            from file in Solution.SourceFiles(".cs", ".sql", ".cshtml")
            let path = file.FullName.Replace('\\', '/')
            where path.Contains("/src/") && !path.Contains("/src/Felles.Storage/")
            let module = path.Split("/src/Modules/Felles.") is [_, var rest] ? rest.Split('/')[0].ToLowerInvariant() : null
            from violation in SourceRules.ForeignSql(file.Name, module, Tables, File.ReadAllText(file.FullName))
            select violation);

    [Fact]
    public void The_tables_of_every_module_and_of_the_storage_are_known() =>
        Assert.Superset(
            new HashSet<string> { "felles.utboks", "oppslagslogg.block", "folkeregister.person", "tilgang.rolle", "felles.migrasjon" }, Tables);

    [Fact]
    public void A_long_file_is_found() =>
        Assert.Equal(["Lang.cs has 401 lines"], SourceRules.TooLong("Lang.cs", Enumerable.Repeat("", 401).ToArray()));

    [Fact]
    public void A_wide_line_is_found() =>
        Assert.Equal(["Bred.cs:2 is 141 columns wide"], SourceRules.TooWide("Bred.cs", ["", new string('x', 141)]));

    [Fact]
    public void A_wide_line_of_text_in_quotes_is_let_through() =>
        Assert.Empty(SourceRules.TooWide("Tekst.cs", [$"throw new Exception(\"{new string('x', 150)}\");"]));

    [Theory]
    [InlineData("select 1 from folkeregister.person join tilgang.rolle on true", "tilgang")]
    [InlineData("select 1 from folkeregister.person p, tilgang.rolle r", "tilgang")]
    [InlineData("delete from folkeregister.person using tilgang.rolle r", "tilgang")]
    [InlineData("truncate tilgang.rolle", "tilgang")]
    [InlineData("copy tilgang.rolle (id) from stdin (format binary)", "tilgang")]
    [InlineData("select 1 from tilgang_rolle", "tilgang")]
    [InlineData("select siste from felles.stroem", "felles")]
    [InlineData("select max(number) from oppslagslogg.block", "oppslagslogg")]
    public void SQL_over_the_table_of_another_is_found(string sql, string schema) =>
        Assert.Equal([$"Feil.cs has SQL over {schema}"], SourceRules.ForeignSql("Feil.cs", "folkeregister", Tables, sql));

    [Theory]
    [InlineData("select 1 from folkeregister.person p where p.rolle = @tilgang")]
    [InlineData("href=\"~/felles.css\"")]
    public void What_is_no_foreign_table_is_let_through(string text) =>
        Assert.Empty(SourceRules.ForeignSql("Rett.cs", "folkeregister", Tables, text));
}

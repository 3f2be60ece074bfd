namespace Felles.Storage.Tests.Dialekt;

public sealed class SqlRewriterTests
{
    [Theory]
    [InlineData("select p.id from folkeregister.person p", "select p.id from folkeregister_person p", "select p.id from folkeregister.person p")]
    [InlineData("create table folkeregister.x (id {key}, b {bytes})",
        "create table folkeregister_x (id integer primary key, b blob)", "create table folkeregister.x (id bigint primary key, b bytea)")]
    [InlineData("select 'folkeregister.person {key}' -- folkeregister.x", "select 'folkeregister.person {key}' -- folkeregister.x",
        "select 'folkeregister.person {key}' -- folkeregister.x")]
    [InlineData("select a.folkeregister.b, @folkeregister.c, \"folkeregister.d\"", "select a.folkeregister.b, @folkeregister.c, \"folkeregister.d\"",
        "select a.folkeregister.b, @folkeregister.c, \"folkeregister.d\"")]
    [InlineData("x{sqlite: from folkeregister.a}{postgresql: from b}", "x from folkeregister_a", "x from b")]
    [InlineData("folkeregister.a", "folkeregister_a", "folkeregister.a")]
    [InlineData("select 1 /* folkeregister.a */ from ukjent.a {for update}", "select 1 /* folkeregister.a */ from ukjent.a ",
        "select 1 /* folkeregister.a */ from ukjent.a for update")]
    public void Sql_is_adapted_to_the_dialect(string sql, string sqlite, string postgreSql)
    {
        Assert.Equal(sqlite, new SqlRewriter(Dialect.Sqlite, ["folkeregister"]).Rewrite(sql));
        Assert.Equal(postgreSql, new SqlRewriter(Dialect.PostgreSql, ["folkeregister"]).Rewrite(sql));
    }

    [Theory]
    [InlineData("select {bites}", "bites")]
    [InlineData("select {mysql: x}", "mysql")]
    [InlineData("select {key", "no closing brace")]
    public void A_fragment_that_does_not_exist_is_named(string sql, string named)
    {
        var fault = Assert.Throws<FormatException>(() => new SqlRewriter(Dialect.Sqlite, []).Rewrite(sql));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }
}

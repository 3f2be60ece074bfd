using Dapper;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Fordeling;

/// <summary>The rules are shown able to fail, one breach at a time.</summary>
public sealed class SchemaRulesTests
{
    private static readonly Dictionary<string, string> Distributed = new() { ["prove.a"] = "person", ["prove.b"] = "person" };

    [Theory]
    [TestDatabases(
        "|",
        "create table prove.c (id bigint)|prove.c is neither distributed nor small",
        "create unique index a_kode on prove.a (kode)|a_kode on prove.a is unique without person",
        "create unique index a_kode on prove.a (kode, person)|",
        "alter table prove.a add constraint a_liten foreign key (kode) references prove.liten (id)|a_liten leads from prove.a to prove.liten across machines",
        "alter table prove.a add constraint a_b foreign key (kode, person) references prove.b (person, nr)|a_b leads from prove.a to prove.b across machines",
        "alter table prove.a add constraint a_b foreign key (person, kode) references prove.b (person, nr)|",
        "drop table prove.b|prove.b is declared but does not exist",
        PostgreSqlOnly = true)]
    public async Task A_schema_that_could_not_be_distributed_is_found(Dialect dialect, string change)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        var (sql, breach) = (change.Split('|')[0], change.Split('|')[1]);
        await test.Database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync($"""
            create schema prove;
            create table prove.liten (id bigint primary key);
            create table prove.a (person bigint, kode bigint);
            create table prove.b (person bigint, nr bigint, primary key (person, nr));
            {sql}
            """, transaction: unit.Transaction));

        var small = (await StorageTablesAsync(test.Database)).Append("prove.liten").ToHashSet();
        var breaches = await new SchemaRules(Distributed, small).BreachesAsync(test.Database);

        Assert.Equal(breach.Length == 0 ? [] : [breach], breaches);
    }

    private static async Task<IEnumerable<string>> StorageTablesAsync(Database database) => await database.ReadAsync(async (c, _) =>
        await c.QueryAsync<string>("select 'felles.' || tablename from pg_tables where schemaname = 'felles'"));
}

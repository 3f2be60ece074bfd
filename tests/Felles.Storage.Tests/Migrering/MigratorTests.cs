using Dapper;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Migrering;

public sealed class MigratorTests
{
    [Theory, TestDatabases]
    public async Task Migrations_are_applied_once(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);

        Assert.Equal(0, await new Migrator(test.Database, [Prove.Migrations]).RunAsync());
    }

    [Theory, TestDatabases]
    public async Task A_migration_that_was_changed_after_it_was_applied_stops_the_start(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await ExecuteAsync(test.Database, "update felles.migrasjon set hash = 'annen' where modul = 'prove' and nummer = 1");

        var refused = await Assert.ThrowsAsync<MigrationException>(() => new Migrator(test.Database, [Prove.Migrations]).RunAsync());

        Assert.Contains("0001_prove", refused.Message, StringComparison.Ordinal);
    }

    [Theory, TestDatabases]
    public async Task A_database_that_is_newer_than_the_program_stops_the_start(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await ExecuteAsync(test.Database, "insert into felles.migrasjon (modul, nummer, navn, hash, tid) values ('prove', 99, '0099_ny', '', 0)");

        var refused = await Assert.ThrowsAsync<MigrationException>(() => new Migrator(test.Database, [Prove.Migrations]).RunAsync());

        Assert.Contains("0099", refused.Message, StringComparison.Ordinal);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task Hosts_that_start_together_migrate_once(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        await using var second = test.Open();
        await using var third = test.Open();

        var applied = await Task.WhenAll(
            new[] { test.Database, second, third }.Select(d => new Migrator(d, [Prove.Migrations]).RunAsync()));

        Assert.Equal(Prove.Migrations.Read().Count, applied.Sum());
    }

    private static Task<int> ExecuteAsync(Database database, string sql) =>
        database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(unit.Sql(sql), transaction: unit.Transaction));
}

using Dapper;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests;

public sealed class WriteTests
{
    private static readonly MigrationSet Prove = new("prove", typeof(WriteTests).Assembly);

    [Theory, TestDatabases]
    public async Task A_unit_that_throws_is_rolled_back_alone(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove);
        var db = test.Database;

        var units = Enumerable.Range(1, 200).Select(i => db.WriteAsync(async (unit, _) =>
        {
            await unit.Connection.ExecuteAsync(unit.Sql("insert into prove.rad (id, verdi) values (@i, 'x')"), new { i }, unit.Transaction);
            if (i % 3 == 0) throw new InvalidOperationException("no");
            return i;
        })).ToArray();
        var outcomes = await Task.WhenAll(units.Select(async u =>
        {
            try
            {
                return await u;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }));

        var stored = await db.ReadAsync(async (c, _) => await c.QueryAsync<long>(db.Sql("select id from prove.rad order by id")));
        Assert.Equal(outcomes.Where(i => i > 0).Select(i => (long)i), stored);
        Assert.Equal(134, stored.Count());
    }
}

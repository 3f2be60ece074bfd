using Dapper;
using Felles.Storage.PostgreSql;
using Felles.Testing.Databaser;
using Npgsql;

namespace Felles.Storage.Tests.PostgreSql;

public sealed class PostgreSqlFaultTests
{
    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_connection_that_is_lost_before_the_commit_refuses_the_acknowledgement(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var db = (PostgreSqlDatabase)test.Database;
        db.Fault = async connection =>
        {
            await using var other = new NpgsqlConnection(test.ConnectionString);
            await other.ExecuteAsync("select pg_terminate_backend(@ProcessID)", new { connection.ProcessID });
        };

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => db.InsertAsync(1));

        db.Fault = null;
        await db.InsertAsync(2);
        Assert.Equal([2L], await db.IdsAsync());
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_deadlock_is_broken_and_both_units_are_done(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var db = test.Database;
        await db.InsertAsync(1, "0");
        await db.InsertAsync(2, "0");
        using var both = new Barrier(2);
        var first = new[] { true, true };

        Task Update(int who, long a, long b) => db.WriteAsync(async (unit, _) =>
        {
            await AddAsync(unit, a);
            if (first[who]) await Task.Run(() => both.SignalAndWait(TimeSpan.FromSeconds(10)));
            first[who] = false;
            await AddAsync(unit, b);
        });

        await Task.WhenAll(Update(0, 1, 2), Update(1, 2, 1));

        Assert.Equal(["2", "2"], await db.ReadAsync(async (c, _) => (await c.QueryAsync<string>("select verdi from prove.rad")).ToArray()));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_server_that_gives_up_durability_is_refused(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        await using var careless = new PostgreSqlDatabase(test.ConnectionString + ";Options=-c synchronous_commit=off", null, []);

        var refused = await Assert.ThrowsAsync<DurabilityException>(() => careless.OpenAsync());

        Assert.Contains("synchronous_commit = off", refused.Message, StringComparison.Ordinal);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_server_that_is_not_there_is_unavailable_for_every_kind_of_call(Dialect dialect)
    {
        Assert.Equal(Dialect.PostgreSql, dialect);
        await using var absent = new PostgreSqlDatabase("Host=/nonexistent;Username=x;Database=x", null, []);

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => absent.OpenAsync());
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => absent.InsertAsync(1));
        await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await absent.IdsAsync());
        await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await absent.ReadAsync((_, _) => ValueTask.FromResult(1)));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_unit_that_swallows_a_failed_statement_is_not_acknowledged(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await test.Database.InsertAsync(1);

        await Assert.ThrowsAsync<PostgresException>(() => test.Database.WriteAsync(async (unit, _) =>
        {
            await unit.InsertAsync(2);
            await Assert.ThrowsAsync<PostgresException>(() => unit.InsertAsync(1));
        }));

        Assert.Equal([1L], await test.Database.IdsAsync());
    }

    private static Task<int> AddAsync(UnitOfWork unit, long id) => unit.Connection.ExecuteAsync(
        "update prove.rad set verdi = (verdi::int + 1)::text where id = @id", new { id }, unit.Transaction);
}

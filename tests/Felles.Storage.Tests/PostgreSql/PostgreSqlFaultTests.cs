using Dapper;
using Felles.Storage.PostgreSql;
using Felles.Storage.Tests.Sekvens;
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
        db.Fault = async (point, connection) =>
        {
            Assert.Equal(FaultPoint.BeforeCommit, point);
            await using var other = new NpgsqlConnection(test.ConnectionString);
            await other.ExecuteAsync("select pg_terminate_backend(@ProcessID)", new { connection.ProcessID });
        };

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => db.InsertAsync(1));

        db.Fault = null;
        await db.InsertAsync(2);
        Assert.Equal([2L], await db.IdsAsync());
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task When_the_answer_is_lost_after_the_commit_the_unit_is_not_acknowledged_and_its_event_is_numbered(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var db = (PostgreSqlDatabase)test.Database;
        await using var log = await SequenceLogTests.StartedAsync(db);
        await InsertAndPublishAsync(db, 1);
        db.Fault = (point, _) => point == FaultPoint.AfterCommit
            ? Task.FromException(new NpgsqlException("lost", new IOException())) : Task.CompletedTask;

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => InsertAndPublishAsync(db, 2));
        db.Fault = null; // the numbering too writes, and would never renew its lease
        await log.WaitAsync(Prove.Stroem, 1).WaitAsync(TimeSpan.FromSeconds(10));
        await InsertAndPublishAsync(db, 3);
        await log.WaitAsync(Prove.Stroem, 2).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal([1L, 2L, 3L], await db.IdsAsync());
        Assert.Equal([(1L, 1L), (2L, 2L), (3L, 3L)], (await log.ReadAsync(Prove.Stroem, 1, 10)).Select(e => (e.Sekvensnummer, e.Noekkel)));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_read_that_a_standby_breaks_off_is_told_to_come_back_later_and_is_not_run_twice(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        var handedOn = new List<int>();

        await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await test.Database.ReadAsync(async (connection, ct) =>
        {
            handedOn.Add(1); // as an export does with each row
            return await connection.ExecuteAsync(
                "do $$ begin raise exception 'canceling statement due to conflict with recovery' using errcode = '40001'; end $$");
        }));

        Assert.Single(handedOn);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_unit_that_loses_every_race_is_told_to_come_back_later(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        var tries = 0;

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => test.Database.WriteAsync(async (unit, _) =>
        {
            tries++;
            await unit.Connection.ExecuteAsync("do $$ begin raise exception 'race' using errcode = '40P01'; end $$");
        }));

        Assert.Equal(5, tries);
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

    private static Task InsertAndPublishAsync(Database database, long id) => database.WriteAsync(async (unit, _) =>
    {
        await unit.InsertAsync(id);
        unit.Publish(id, id);
    });

    private static Task<int> AddAsync(UnitOfWork unit, long id) => unit.Connection.ExecuteAsync(
        "update prove.rad set verdi = (verdi::int + 1)::text where id = @id", new { id }, unit.Transaction);
}

using Dapper;
using Felles.Testing.Databaser;
using Microsoft.Extensions.Logging.Abstractions;

namespace Felles.Storage.Tests.Sekvens;

public sealed class FollowerTests
{
    [Theory, TestDatabases]
    public async Task Each_event_takes_effect_once_although_the_handler_fails_now_and_then(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var log = await SequenceLogTests.StartedAsync(test.Database);
        for (var i = 1; i <= 60; i++) await SequenceLogTests.PublishAsync(test.Database, i);

        using var follower = new Teller(test.Database, log, failEvery: 7);
        await follower.StartAsync(default);
        await follower.UntilAsync(test.Database, 60);
        await follower.StopAsync(default);

        // A second effect of the same event would break the primary key, and an event out of order the list.
        Assert.Equal(Enumerable.Range(1, 60).Select(i => (long)i), await test.Database.IdsAsync());
        Assert.True(follower.Failures > 0);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task Followers_of_one_name_on_two_hosts_share_the_work(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        await using var second = test.Open();
        await using var log = await SequenceLogTests.StartedAsync(test.Database);
        await using var secondLog = await SequenceLogTests.StartedAsync(second);
        using var one = new Teller(test.Database, log, failEvery: 0);
        using var two = new Teller(second, secondLog, failEvery: 0);
        await one.StartAsync(default);
        await two.StartAsync(default);

        for (var i = 1; i <= 100; i++) await SequenceLogTests.PublishAsync(i % 2 == 0 ? second : test.Database, i);
        await one.UntilAsync(test.Database, 100);
        await one.StopAsync(default);
        await two.StopAsync(default);

        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), await test.Database.IdsAsync());
    }

    [Theory, TestDatabases]
    public async Task A_follower_goes_on_where_it_was_after_a_restart(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        for (var round = 0; round < 2; round++)
        {
            await using var log = await SequenceLogTests.StartedAsync(test.Database);
            for (var i = 1; i <= 20; i++) await SequenceLogTests.PublishAsync(test.Database, (round * 20) + i);
            using var follower = new Teller(test.Database, log, failEvery: 0);
            await follower.StartAsync(default);
            await follower.UntilAsync(test.Database, (round + 1) * 20);
            await follower.StopAsync(default);
            await log.DisposeAsync();
            if (round == 0) await test.ReopenAsync();
        }

        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), await test.Database.IdsAsync());
    }

    /// <summary>Writes a row for each event; fails after having written at every n-th try.</summary>
    private sealed class Teller(Database database, SequenceLog log, int failEvery)
        : Follower(database, log, NullLogger.Instance, "teller", Prove.Stroem)
    {
        private int _tries;

        public int Failures { get; private set; }

        protected override async ValueTask HandleAsync(UnitOfWork unit, SequencedEvent hendelse, CancellationToken ct)
        {
            await unit.InsertAsync(hendelse.Sekvensnummer);
            if (failEvery == 0 || ++_tries % failEvery != 0) return;
            Failures++;
            throw new FormatException("now and then");
        }

        public async Task UntilAsync(Database database, long nummer)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (await database.ReadPrimaryAsync(async (c, _) => await c.ExecuteScalarAsync<long?>(
                database.Sql("select sekvensnummer from felles.foelger where navn = 'teller'"))) is not { } at || at < nummer)
            {
                await Task.Delay(10, limit.Token);
            }
        }
    }
}

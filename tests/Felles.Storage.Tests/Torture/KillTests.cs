using System.Diagnostics;
using Felles.Storage.PostgreSql;
using Felles.Testing.Databaser;

namespace Felles.Storage.Tests.Torture;

/// <summary>What was acknowledged survives <c>kill -9</c>.</summary>
public sealed class KillTests
{
    [Theory, TestDatabases]
    public async Task A_program_that_is_killed_while_it_writes_has_every_acknowledged_row_after_restart(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect, Prove.Migrations);
        var acknowledgements = Path.Combine(test.Folder, "kvittert");
        for (var round = 1; round <= 3; round++)
        {
            await test.Database.DisposeAsync();
            using var program = Skriveprogram.Start(test, acknowledgements, round);
            await UntilAsync(() => Acknowledged(acknowledgements).Count > round * 500, program);
            program.Kill(); // SIGKILL
            await program.WaitForExitAsync();

            await test.ReopenAsync();
            var stored = (await test.Database.IdsAsync()).ToHashSet();
            var acknowledged = Acknowledged(acknowledgements);
            Assert.True(acknowledged.Count > round * 500);
            Assert.Equal([], acknowledged.Except(stored));
            await AssertLineAsync(test.Database, stored);
        }
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_server_that_is_killed_has_every_acknowledged_row_and_the_program_goes_on_by_itself(Dialect dialect)
    {
        if (ThrowAwayCluster.Binaries is null) Assert.Skip("PostgreSQL: no initdb was found for a server that may be killed");
        Assert.Equal(Dialect.PostgreSql, dialect);
        var cluster = ThrowAwayCluster.Start(); // its own: others use the shared one
        await using var database = new PostgreSqlDatabase(cluster.ConnectionString, null, ["prove"]);
        await new Migrator(database, [new MigrationSet("felles", typeof(Database).Assembly), Prove.Migrations]).RunAsync();
        await using var log = new SequenceLog(database);
        await log.StartAsync();
        using var end = new CancellationTokenSource();

        var writers = Enumerable.Range(0, 8).Select(w => Task.Run(() => WriteAsync(database, w, end.Token))).ToArray();
        await Task.Delay(1000);
        cluster.Kill();
        await Task.Delay(300);
        cluster.Restart();
        await Task.Delay(1500);
        await end.CancelAsync();
        var outcomes = await Task.WhenAll(writers);

        var stored = (await database.IdsAsync()).ToHashSet();
        Assert.Equal([], outcomes.SelectMany(o => o.Acknowledged).Except(stored));
        Assert.All(outcomes, o => Assert.True(o.Refused > 0, "the writer never noticed"));
        await AssertLineAsync(database, stored);
    }

    private static async Task<(List<long> Acknowledged, int Refused)> WriteAsync(Database database, int writer, CancellationToken end)
    {
        var acknowledged = new List<long>();
        var refused = 0;
        for (var id = writer * 1_000_000_000L; !end.IsCancellationRequested; id++)
        {
            try
            {
                await database.WriteAsync(async (unit, _) =>
                {
                    await unit.InsertAsync(id);
                    unit.Publish(id, id);
                }, CancellationToken.None);
                acknowledged.Add(id);
            }
            catch (DatabaseUnavailableException)
            {
                refused++;
                await Task.Delay(20, CancellationToken.None);
            }
        }

        return (acknowledged, refused);
    }

    /// <summary>Every stored row has its event, each once, in a line without gaps, also those that nobody was told of.</summary>
    private static async Task AssertLineAsync(Database database, HashSet<long> stored)
    {
        await using var log = new SequenceLog(database);
        await log.StartAsync();
        await log.WaitAsync(Prove.Stroem, stored.Count - 1).WaitAsync(TimeSpan.FromSeconds(20));
        var events = await log.ReadAsync(Prove.Stroem, 1, int.MaxValue);
        Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n), events.Select(e => e.Sekvensnummer));
        Assert.Equal(stored.Order(), events.Select(e => e.Noekkel).Order());
    }

    private static HashSet<long> Acknowledged(string file)
    {
        if (!File.Exists(file)) return [];
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        // The last line may be cut off by the kill.
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
    }

    private static async Task UntilAsync(Func<bool> reached, Process program)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!reached())
        {
            Assert.False(program.HasExited, "the writing program ended by itself");
            await Task.Delay(20, limit.Token);
        }
    }
}

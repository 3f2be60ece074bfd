using Dapper;
using Felles.Storage.Nullstilling;
using Felles.Storage.Tests.Oppstart;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Felles.Storage.Tests.Innstillinger;

/// <summary>A database keeps what it was made for, whatever the settings of a later start say.</summary>
public sealed class InstansTests
{
    [Theory, TestDatabases]
    public async Task A_start_with_another_environment_than_the_first_is_refused_by_name(Dialect dialect)
    {
        await using var test = await ClosedAsync(dialect);
        using (var first = await StartAsync(test))
            await first.StopAsync();

        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => StartAsync(test, "Felles:Miljoe=Produksjon"));

        Assert.Contains("Felles:Miljoe is Produksjon, but this database was made with Test", refused.Message);
        Assert.Equal(new Instans(Mode.Sandkasse, Miljoe.Test), await Instans.ReadAsync(Options(test)));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_register_is_never_opened_as_a_sandbox_nor_reset(Dialect dialect)
    {
        await using var test = await ClosedAsync(dialect);
        await MarkAsync(test, Mode.Produksjon);

        var start = await Assert.ThrowsAsync<InvalidSettingException>(() => StartAsync(test));
        var reset = await Assert.ThrowsAsync<InvalidSettingException>(() => SandboxReset.RunAsync(Options(test), ["felles"]));

        Assert.Contains("Felles:Mode", start.Message);
        Assert.Contains("Produksjon", reset.Message);
        Assert.Equal(Mode.Produksjon, (await Instans.ReadAsync(Options(test)))?.Mode);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_database_from_before_the_mark_asks_for_the_mode_once(Dialect dialect)
    {
        await using var test = await ClosedAsync(dialect);
        await ExecuteAsync(test, "drop table felles.instans; delete from felles.migrasjon where nummer = 3");

        var start = await Assert.ThrowsAsync<InvalidSettingException>(() => StartAsync(test));
        var reset = await Assert.ThrowsAsync<InvalidSettingException>(() => SandboxReset.RunAsync(Options(test), ["felles"]));
        using (var told = await StartAsync(test, "Felles:Mode=Sandkasse"))
            await told.StopAsync();
        using var later = await StartAsync(test);

        Assert.Contains("Felles:Mode must be given", start.Message);
        Assert.Contains("does not say that it is a sandbox", reset.Message);
        Assert.Equal(Mode.Sandkasse, later.Services.GetRequiredService<IOptions<FellesOptions>>().Value.Mode);
        await later.StopAsync();
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_reset_is_refused_while_a_host_with_another_folder_runs_on_the_database(Dialect dialect)
    {
        await using var test = await ClosedAsync(dialect);
        using (var other = await StartAsync(test))
        {
            var own = Directory.CreateTempSubdirectory("felles-reset-");
            await Assert.ThrowsAsync<DatabaseInUseException>(
                () => SandboxReset.RunAsync(Options(test, own.FullName), ["felles"]));
            Assert.NotNull(await Instans.ReadAsync(Options(test)));
            own.Delete(recursive: true);
            await other.StopAsync();
        }

        await SandboxReset.RunAsync(Options(test), ["felles"]);
        Assert.Null(await Instans.ReadAsync(Options(test)));
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_host_tells_whether_others_run_on_its_database(Dialect dialect)
    {
        await using var test = await ClosedAsync(dialect);
        using var one = await StartAsync(test);
        var held = one.Services.GetRequiredService<Felles.Storage.PostgreSql.HostLock>();
        Assert.False(await held.OthersRunAsync(default));
        using (var two = await StartAsync(test))
        {
            Assert.True(await held.OthersRunAsync(default));
            await two.StopAsync();
        }

        Assert.False(await held.OthersRunAsync(default));
        await one.StopAsync();
    }

    /// <summary>Migrated and not yet started on; a host opens it by itself.</summary>
    private static async Task<TestDatabase> ClosedAsync(Dialect dialect)
    {
        var test = await TestDatabase.CreateAsync(dialect);
        await test.Database.DisposeAsync();
        return test;
    }

    private static Task<IHost> StartAsync(TestDatabase test, params string[] settings) => TestHost.StartAsync(
        null, [$"Felles:DataDirectory={test.Folder}", $"Felles:Database={test.ConnectionString ?? "sqlite"}", .. settings]);

    private static FellesOptions Options(TestDatabase test, string? folder = null) =>
        new() { DataDirectory = folder ?? test.Folder, Database = test.ConnectionString ?? "sqlite" };

    private static Task MarkAsync(TestDatabase test, Mode mode) =>
        ExecuteAsync(test, $"insert into felles.instans (id, modus, miljoe) values (1, '{mode}', 'Test')");

    private static async Task ExecuteAsync(TestDatabase test, string sql)
    {
        await using var database = test.Open();
        await database.WriteAsync(async (unit, _) => await unit.Connection.ExecuteAsync(sql, transaction: unit.Transaction));
    }
}

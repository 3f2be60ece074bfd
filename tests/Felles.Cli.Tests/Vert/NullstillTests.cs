using Felles.Folkeregister.Contracts;
using Felles.Storage;
using Felles.Testing;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Cli.Tests.Vert;

public sealed class NullstillTests
{
    [Theory, TestDatabases]
    public async Task A_reset_gives_the_first_day_back_and_the_host_answers_again(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await FellesVert.StartAsync(database.ConnectionString, persons: 150);
        var foer = await File.ReadAllTextAsync(vert.ClientFile("drift"));

        var kjoering = await Kommandokjoering.KjoerAsync(
            ["nullstill", "--ja", "--url", vert.Address.ToString(), "--client", vert.ClientFile("drift")]);

        Assert.True(kjoering.Kode == 0, kjoering.Feil);
        Assert.NotEqual(foer, await File.ReadAllTextAsync(vert.ClientFile("drift")));
        Assert.Equal(150, (await vert.Services.GetRequiredService<Personer>().TellAsync()).Alle);
        var etter = await Kommandokjoering.KjoerAsync(
            ["logg", "verifiser", "--url", vert.Address.ToString(), "--client", vert.ClientFile("drift")]);
        Assert.True(etter.Kode == 0, etter.Feil);
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task A_reset_is_refused_with_7_while_another_host_runs_on_the_database(Dialect dialect)
    {
        await using var database = await TestDatabase.CreateAsync(dialect);
        await using var vert = await FellesVert.StartAsync(database.ConnectionString, persons: 150);
        await using (var annen = await FellesVert.StartAsync(database.ConnectionString, persons: 150, vert.DataDirectory))
        {
            var paaVerten = await Kommandokjoering.KjoerAsync(
                ["nullstill", "--ja", "--url", vert.Address.ToString(), "--client", vert.ClientFile("drift")]);
            var ved = await Kommandoprosess.KjoerAsync(database, ["nullstill", "--ja"]);

            Assert.Equal((7, 7), (paaVerten.Kode, ved.Kode));
            Assert.Contains("andre-kjoerer", paaVerten.Feil);
        }

        Assert.Equal(150, (await vert.Services.GetRequiredService<Personer>().TellAsync()).Alle);
    }
}

using Felles.Kernel.Tid;
using Felles.Storage.Tests.Oppstart;
using Felles.Testing.Databaser;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Storage.Tests.Klokke;

public sealed class RegisterklokkeStoreTests
{
    private static readonly DateTimeOffset Nyttaar = new(2031, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory, TestDatabases]
    public async Task The_clock_stands_as_it_was_set_after_a_restart(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        await test.Database.DisposeAsync();
        using (var host = await TestHost.StartAsync(test))
        {
            await host.Services.GetRequiredService<RegisterklokkeStore>().SetAsync(Klokkestilling.FrossetPaa(Nyttaar));
            Assert.Equal(Nyttaar, host.Services.GetRequiredService<Registerklokke>().Naa.ToUniversalTime());
            await host.StopAsync();
        }

        using var again = await TestHost.StartAsync(test);
        Assert.Equal(Nyttaar, again.Services.GetRequiredService<Registerklokke>().Naa.ToUniversalTime());
        await again.Services.GetRequiredService<RegisterklokkeStore>().SetAsync(Klokkestilling.Forskjoevet(TimeSpan.FromDays(400)));
        Assert.InRange(
            again.Services.GetRequiredService<Registerklokke>().Naa - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(399.9),
                TimeSpan.FromDays(400.1));
        await again.StopAsync();
    }

    [Theory, TestDatabases(PostgreSqlOnly = true)]
    public async Task Every_host_follows_the_clock(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        using var one = await TestHost.StartAsync(test);
        using var two = await TestHost.StartAsync(test);

        await one.Services.GetRequiredService<RegisterklokkeStore>().SetAsync(Klokkestilling.FrossetPaa(Nyttaar));

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (two.Services.GetRequiredService<Registerklokke>().Naa.ToUniversalTime() != Nyttaar) await Task.Delay(10, limit.Token);
        await one.StopAsync();
        await two.StopAsync();
    }
}

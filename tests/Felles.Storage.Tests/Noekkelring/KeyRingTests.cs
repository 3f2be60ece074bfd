using Felles.Storage.Tests.Oppstart;
using Felles.Testing.Databaser;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Storage.Tests.Noekkelring;

public sealed class KeyRingTests
{
    [Theory, TestDatabases]
    public async Task What_one_host_protected_another_reads_after_a_restart(Dialect dialect)
    {
        await using var test = await TestDatabase.CreateAsync(dialect);
        await test.Database.DisposeAsync();
        string cookie;
        using (var host = await TestHost.StartAsync(test))
        {
            cookie = host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("prove").Protect("hemmelig");
            await host.StopAsync();
        }

        using var again = await TestHost.StartAsync(test);
        Assert.Equal("hemmelig", again.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("prove").Unprotect(cookie));
        await again.StopAsync();
    }

    [Fact]
    public async Task Production_without_a_certificate_for_the_keys_does_not_start()
    {
        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() =>
            TestHost.StartAsync(null, "Felles:Mode=Produksjon", "Felles:Database=Host=/nonexistent;Username=x;Database=x"));

        Assert.Contains("Felles:DataProtection:Certificate", refused.Message, StringComparison.Ordinal);
    }
}

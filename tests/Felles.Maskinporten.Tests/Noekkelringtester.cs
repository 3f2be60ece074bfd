using System.Security.Cryptography;
using Felles.Maskinporten.Contracts;
using Felles.Testing.Maskinporten;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

/// <summary>The signing keys stand in the database wrapped by a certificate, and are worth nothing without it.</summary>
public sealed class Noekkelringtester : IDisposable
{
    private readonly string foerste = Skriv();
    private readonly string andre = Skriv();

    [Fact]
    public async Task Signing_keys_survive_a_restart_with_the_certificate_and_a_change_of_it_and_are_refused_without()
    {
        await using var foer = await Maskinportenvert.StartAsync(innstillinger: $"Felles:DataProtection:Certificate={foerste}");
        var kid = Gjeldende(foer);
        var token = await foer.TokenAsync();
        var klient = foer.Klient("kommune");
        await foer.StoppAsync();

        var etter = await Maskinportenvert.StartPaaAsync(foer.Mappe, null, $"Felles:DataProtection:Certificate={foerste}");
        Assert.Equal(("315260183", kid), (await Tokentester.HvemAsync(etter, token), Gjeldende(etter)));
        await etter.StoppAsync();

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Maskinportenvert.StartPaaAsync(foer.Mappe));
        await Assert.ThrowsAnyAsync<CryptographicException>(
            () => Maskinportenvert.StartPaaAsync(foer.Mappe, null, $"Felles:DataProtection:Certificate={andre}"));

        var byttet = await Maskinportenvert.StartPaaAsync(
            foer.Mappe, null, $"Felles:DataProtection:Certificate={andre}", $"Felles:DataProtection:FormerCertificates:0={foerste}");
        Assert.Equal(kid, Gjeldende(byttet));
        Assert.Equal(kid, Assertion.Del(await byttet.TokenAsync(klient), 0).Text("kid"));
        await byttet.StoppAsync();
    }

    public void Dispose()
    {
        File.Delete(foerste);
        File.Delete(andre);
    }

    private static string Gjeldende(Maskinportenvert vert) => vert.Services.GetRequiredService<Signeringsnoekler>().Gjeldende;

    private static string Skriv()
    {
        var fil = Path.GetTempFileName();
        File.WriteAllBytes(fil, Sertifikat.Pkcs12());
        return fil;
    }
}

using Felles.Maskinporten.Contracts;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Testing.Maskinporten;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

/// <summary>A signing key that may be known to others is withdrawn: what it has signed is worth nothing on any host.</summary>
public sealed class Trekkingstester
{
    private const string Ukjent = "The token's key is unknown.";

    [Theory, TestDatabases]
    public async Task Tokens_of_the_withdrawn_key_are_refused_also_where_they_were_believed_a_moment_ago(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var token = await par.Foerste.TokenAsync();
        var andre = await par.AndreAsync();
        foreach (var vert in par.Levende)
            Assert.Equal("315260183", await Tokentester.HvemAsync(vert, token));

        var noekler = Noekler(par.Levende[0]);
        var (gammel, neste) = (noekler.Gjeldende, noekler.Publiserte.Single(k => k != noekler.Gjeldende));
        var trukket = Assert.IsType<Trekkingssvar.Trukket>(await noekler.TrekkAsync(gammel, Maskinportenvert.Tester));
        Assert.Equal((gammel, neste), (trukket.Kid, trukket.Gjeldende));

        Assert.Equal(Ukjent, await Tokentester.HvemAsync(par.Levende[0], token));
        await Ventet.PaaAsync(async () => await Tokentester.HvemAsync(andre, token) == Ukjent);
        var nytt = await par.Levende[0].TokenAsync(par.Klient);
        Assert.Equal(neste, Assertion.Del(nytt, 0).Text("kid"));
        foreach (var vert in par.Levende)
        {
            Assert.Equal("315260183", await Tokentester.HvemAsync(vert, nytt));
            Assert.Equal(2, Noekler(vert).Publiserte.Count);
            Assert.DoesNotContain(gammel, Noekler(vert).Publiserte);
        }
    }

    [Theory, TestDatabases]
    public async Task A_key_that_waits_is_withdrawn_and_another_waits_in_its_place(Dialect dialect)
    {
        await using var vert = await Maskinportenvert.StartAsync(dialect);
        var noekler = Noekler(vert);
        var token = await vert.TokenAsync();
        var (gjeldende, neste) = (noekler.Gjeldende, noekler.Publiserte.Single(k => k != noekler.Gjeldende));
        await noekler.TrekkAsync(neste, Maskinportenvert.Tester);
        Assert.Equal((gjeldende, 2), (noekler.Gjeldende, noekler.Publiserte.Count));
        Assert.DoesNotContain(neste, noekler.Publiserte);
        Assert.Equal("315260183", await Tokentester.HvemAsync(vert, token));
    }

    [Theory, TestDatabases]
    public async Task A_retired_key_is_withdrawn_too(Dialect dialect)
    {
        await using var vert = await Maskinportenvert.StartAsync(dialect);
        var noekler = Noekler(vert);
        var (gammel, token) = (noekler.Gjeldende, await vert.TokenAsync());
        await noekler.RoterAsync(straks: true, Maskinportenvert.Tester);
        Assert.Equal("315260183", await Tokentester.HvemAsync(vert, token));
        var gjeldende = noekler.Gjeldende;
        await noekler.TrekkAsync(gammel, Maskinportenvert.Tester);
        Assert.Equal(Ukjent, await Tokentester.HvemAsync(vert, token));
        Assert.Equal((gjeldende, 2), (noekler.Gjeldende, noekler.Publiserte.Count));
        Assert.IsType<Trekkingssvar.Ukjent>(await noekler.TrekkAsync(gammel, Maskinportenvert.Tester));
    }

    [Theory, TestDatabases]
    public async Task Changes_made_at_once_on_two_hosts_follow_each_other(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var andre = await par.AndreAsync();
        var (her, der) = (Noekler(par.Levende[0]), Noekler(andre));
        for (var i = 0; i < 5; i++)
        {
            var begge = await Task.WhenAll(
                her.RoterAsync(straks: true, Maskinportenvert.Tester), der.RoterAsync(straks: true, Maskinportenvert.Tester));
            Assert.All(begge, svar => Assert.IsType<Roteringssvar.Rotert>(svar));

            await Ventet.PaaAsync(() => Task.FromResult(her.Gjeldende == der.Gjeldende));
            var erstatter = her.Gjeldende;
            var navngitt = await Task.WhenAll(
                her.RoterAsync(straks: true, Maskinportenvert.Tester, erstatter),
                der.RoterAsync(straks: true, Maskinportenvert.Tester, erstatter));
            Assert.Single(navngitt.OfType<Roteringssvar.Rotert>());
            Assert.Single(navngitt.OfType<Roteringssvar.AlleredeErstattet>());

            var trukket = await Task.WhenAll(
                her.TrekkAsync(erstatter, Maskinportenvert.Tester), der.TrekkAsync(erstatter, Maskinportenvert.Tester));
            Assert.Single(trukket.OfType<Trekkingssvar.Trukket>());
        }
    }

    private static Signeringsnoekler Noekler(Maskinportenvert vert) => vert.Services.GetRequiredService<Signeringsnoekler>();
}

using Felles.Maskinporten.Contracts;
using Felles.Storage;
using Felles.Testing.Databaser;
using Felles.Testing.Maskinporten;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

/// <summary>Two hosts on one database: what one has seen or changed, the other knows. SQLite has one host, so there the second follows the
/// first in time.</summary>
public sealed class Flervertstester
{
    [Theory, TestDatabases]
    public async Task A_jti_used_on_one_host_is_refused_on_the_other(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var assertion = par.Foerste.Assertion();
        Assert.Equal(200, (await par.Foerste.HentAsync(assertion)).Status);
        (await (await par.AndreAsync()).HentAsync(assertion)).ErAvvist(400, "invalid_grant", "MP-012");
    }

    [Fact]
    public async Task One_jti_sent_to_two_hosts_at_once_gives_one_token()
    {
        Assert.SkipWhen(PostgreSqlServer.Absent is not null, PostgreSqlServer.Absent ?? "");
        await using var par = await Vertspar.StartAsync(Dialect.PostgreSql);
        var andre = await par.AndreAsync();
        for (var i = 0; i < 20; i++)
        {
            var assertion = par.Foerste.Assertion().Bygg();
            var svar = await Task.WhenAll(
                par.Foerste.HentAsync(Assertion.Skjema(assertion)), andre.HentAsync(Assertion.Skjema(assertion)),
                par.Foerste.HentAsync(Assertion.Skjema(assertion)), andre.HentAsync(Assertion.Skjema(assertion)));
            Assert.Single(svar, s => s.Status == 200);
            Assert.Equal(3, svar.Count(s => s.Beskrivelse.StartsWith("MP-012")));
        }
    }

    [Theory, TestDatabases]
    public async Task A_token_of_one_host_holds_on_the_other(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var token = await par.Foerste.TokenAsync();
        Assert.Equal("315260183", await Tokentester.HvemAsync(await par.AndreAsync(), token));
    }

    [Theory, TestDatabases]
    public async Task Tokens_stay_good_when_the_keys_are_rotated(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var vert = par.Foerste;
        var foer = await vert.TokenAsync();
        var noekler = vert.Services.GetRequiredService<Signeringsnoekler>();
        var neste = noekler.Publiserte.Single(k => k != noekler.Gjeldende);

        var rotert = Assert.IsType<Roteringssvar.Rotert>(await noekler.RoterAsync(straks: true, Maskinportenvert.Tester));
        Assert.Equal(neste, rotert.Gjeldende);
        Assert.Equal(3, noekler.Publiserte.Count);
        var etter = await vert.TokenAsync();
        Assert.Equal(neste, Assertion.Del(etter, 0).Text("kid"));
        Assert.InRange(rotert.GammelPubliseresTil - vert.Klokke.GetUtcNow(), TimeSpan.FromHours(24.9), TimeSpan.FromHours(25.1));

        var andre = await par.AndreAsync();
        foreach (var host in par.Levende)
        {
            Assert.Equal("315260183", await Tokentester.HvemAsync(host, foer));
            Assert.Equal("315260183", await Tokentester.HvemAsync(host, etter));
        }

        await Ventet.PaaAsync(() => Task.FromResult(andre.Services.GetRequiredService<Signeringsnoekler>().Gjeldende == neste));
        Assert.Equal(neste, Assertion.Del(await andre.TokenAsync(par.Klient), 0).Text("kid"));
    }

    [Theory, TestDatabases]
    public async Task A_key_is_not_used_before_it_has_been_published_for_a_day(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var noekler = par.Foerste.Services.GetRequiredService<Signeringsnoekler>();
        Assert.IsType<Roteringssvar.ForTidlig>(await noekler.RoterAsync(straks: false, Maskinportenvert.Tester));
        par.Foerste.Klokke.Flytt(TimeSpan.FromHours(24.1));
        Assert.IsType<Roteringssvar.Rotert>(await noekler.RoterAsync(straks: false, Maskinportenvert.Tester));
    }

    [Theory, TestDatabases]
    public async Task A_retired_key_leaves_the_set_after_a_token_life_and_a_day_and_its_private_part_at_once(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var noekler = par.Foerste.Services.GetRequiredService<Signeringsnoekler>();
        var gammel = noekler.Gjeldende;
        await noekler.RoterAsync(straks: true, Maskinportenvert.Tester);
        var database = par.Foerste.Services.GetRequiredService<Database>();
        Assert.Equal(0, await Tall(database, "select length(privat) from maskinporten.signeringsnoekkel where tilstand = 'gammel'"));

        par.Foerste.Klokke.Flytt(TimeSpan.FromHours(24.9));
        Assert.Contains(gammel, noekler.Publiserte);
        par.Foerste.Klokke.Flytt(TimeSpan.FromHours(0.2));
        Assert.DoesNotContain(gammel, noekler.Publiserte);
        Assert.Equal(1, await par.Foerste.Services.GetRequiredService<Noekler.Signeringslager>().RyddAsync(default));
        Assert.Equal(2, await Tall(database, "select count(*) from maskinporten.signeringsnoekkel"));
    }

    [Theory, TestDatabases]
    public async Task A_client_closed_on_one_host_is_closed_on_the_other_within_a_second(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var klient = await par.Foerste.RegistrerAsync("folkeregister:deling/offentligmedhjemmel");
        var andre = await par.AndreAsync();
        await Ventet.PaaAsync(async () => (await andre.HentAsync(andre.Assertion(klient))).Status == 200);
        await par.Levende[0].Klienter.EndreAsync(klient.ClientId, new() { Aktiv = false }, Maskinportenvert.Tester);
        await Ventet.PaaAsync(async () => (await andre.HentAsync(andre.Assertion(klient))).Beskrivelse.StartsWith("MP-100"));
    }

    [Theory, TestDatabases]
    public async Task Used_ids_are_forgotten_when_their_assertions_are_too_old(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var minne = par.Foerste.Services.GetRequiredService<Token.Engangsminne>();
        await par.Foerste.TokenAsync();
        par.Foerste.Klokke.Flytt(TimeSpan.FromSeconds(400));
        Assert.Equal(0, await minne.RyddAsync(default));
        par.Foerste.Klokke.Flytt(TimeSpan.FromSeconds(40));
        Assert.Equal(1, await minne.RyddAsync(default));
    }

    [Theory, TestDatabases]
    public async Task A_host_whose_clock_is_ahead_does_not_forget_what_another_may_still_be_asked(Dialect dialect)
    {
        await using var vert = await Maskinportenvert.StartAsync(dialect);
        var foran = new Testklokke();
        foran.Flytt(TimeSpan.FromSeconds(200));
        var assertion = vert.Assertion();
        Assert.Equal(200, (await vert.HentAsync(assertion)).Status);
        await new Token.Engangsminne(vert.Services.GetRequiredService<Database>(), foran).RyddAsync(default);
        (await vert.HentAsync(assertion)).ErAvvist(400, "invalid_grant", "MP-012");
    }

    private static ValueTask<long> Tall(Database database, string sql) => database.ReadPrimaryAsync(async (connection, ct) =>
    {
        await using var command = connection.CreateCommand();
        command.CommandText = database.Sql(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct));
    });
}

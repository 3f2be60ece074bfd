using Felles.Maskinporten.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

/// <summary>Tokens of other issuers are taken when the settings name them, by their published keys.</summary>
public sealed class Utstedertester
{
    private const string AnnenIssuer = "https://annen.test/";

    [Fact]
    public async Task A_token_of_a_named_issuer_is_taken_also_after_it_has_changed_its_key()
    {
        await using var annen = await Maskinportenvert.StartAsync(innstillinger: $"Felles:Maskinporten:Issuer={AnnenIssuer}");
        await using var vert = await Maskinportenvert.StartAsync(innstillinger:
        [
            $"Felles:Maskinporten:Utstedere:0:Issuer={AnnenIssuer}",
            $"Felles:Maskinporten:Utstedere:0:JwksUri={new Uri(annen.Http.BaseAddress!, "/maskinporten/jwk")}",
        ]);
        Assert.Equal("315260183", await Tokentester.HvemAsync(vert, await AnnetTokenAsync(annen)));

        var noekler = annen.Services.GetRequiredService<Signeringsnoekler>();
        await noekler.RoterAsync(straks: true, Maskinportenvert.Tester);
        await noekler.RoterAsync(straks: true, Maskinportenvert.Tester);
        // The key that signs now was not in the set that was fetched; a set is fetched again after half a minute at the earliest.
        var token = await AnnetTokenAsync(annen);
        Assert.Equal("The token's key is unknown.", await Tokentester.HvemAsync(vert, token));
        vert.Klokke.Flytt(TimeSpan.FromSeconds(31));
        Assert.Equal("315260183", await Tokentester.HvemAsync(vert, token));
    }

    [Fact]
    public async Task A_token_of_an_issuer_nobody_named_is_refused()
    {
        await using var annen = await Maskinportenvert.StartAsync(innstillinger: $"Felles:Maskinporten:Issuer={AnnenIssuer}");
        await using var vert = await Maskinportenvert.StartAsync();
        Assert.Equal("The token's issuer is not accepted.", await Tokentester.HvemAsync(vert, await AnnetTokenAsync(annen)));
    }

    [Fact]
    public async Task An_issuer_that_is_away_makes_its_tokens_unknown_and_nothing_else()
    {
        await using var annen = await Maskinportenvert.StartAsync(innstillinger: $"Felles:Maskinporten:Issuer={AnnenIssuer}");
        await using var vert = await Maskinportenvert.StartAsync(innstillinger:
            [$"Felles:Maskinporten:Utstedere:0:Issuer={AnnenIssuer}", "Felles:Maskinporten:Utstedere:0:JwksUri=http://127.0.0.1:9/jwk"]);
        Assert.Equal("The token's key is unknown.", await Tokentester.HvemAsync(vert, await AnnetTokenAsync(annen)));
        Assert.Equal("315260183", await Tokentester.HvemAsync(vert, await vert.TokenAsync()));
    }

    [Fact]
    public async Task An_address_of_keys_that_sends_elsewhere_is_not_followed()
    {
        await using var annen = await Maskinportenvert.StartAsync(innstillinger: $"Felles:Maskinporten:Issuer={AnnenIssuer}");
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"]);
        await using var videre = builder.Build();
        videre.MapGet("/jwk", () => Results.Redirect(new Uri(annen.Http.BaseAddress!, "/maskinporten/jwk").AbsoluteUri));
        await videre.StartAsync();
        await using var vert = await Maskinportenvert.StartAsync(innstillinger:
            [$"Felles:Maskinporten:Utstedere:0:Issuer={AnnenIssuer}", $"Felles:Maskinporten:Utstedere:0:JwksUri={videre.Urls.Single()}/jwk"]);
        Assert.Equal("The token's key is unknown.", await Tokentester.HvemAsync(vert, await AnnetTokenAsync(annen)));
    }

    private static async Task<string> AnnetTokenAsync(Maskinportenvert annen) =>
        (await annen.HentAsync(annen.Klient("kommune").Assertion(AnnenIssuer, annen.Klokke.GetUtcNow()))).AccessToken;
}

using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Felles.Testing.Maskinporten;
using Felles.Tilgang.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

/// <summary>Tokens of a supplier that acts for a consumer: access.md's «Delegering», from the grant to the claims.</summary>
public sealed class Delegeringstester
{
    private const string MedHjemmel = "folkeregister:deling/offentligmedhjemmel";
    private const string Finans = "folkeregister:deling/finans";

    private static readonly Organisasjonsnummer Kommune = Nummer("315260183");
    private static readonly Organisasjonsnummer Leverandoer = Nummer("310308242");
    private static readonly Organisasjonsnummer Bank = Nummer("310166138");

    [Fact]
    public async Task The_token_speaks_for_the_consumer_and_names_the_supplier_and_the_source_of_the_delegation()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var svar = await HentAsync(vert, MedHjemmel, Kommune);
        Assert.Equal((200, MedHjemmel), (svar.Status, svar.Innhold.GetProperty("scope").GetString()));
        var (hode, claims) = (Assertion.Del(svar.AccessToken, 0), Assertion.Del(svar.AccessToken, 1));
        Assert.Equal(["kid", "alg"], hode.EnumerateObject().Select(m => m.Name));
        Assert.Equal("""{"authority":"iso6523-actorid-upis","ID":"0192:315260183"}""", claims.GetProperty("consumer").GetRawText());
        Assert.Equal("""{"authority":"iso6523-actorid-upis","ID":"0192:310308242"}""", claims.GetProperty("supplier").GetRawText());
        Assert.Equal("https://tt02.altinn.no/", claims.GetProperty("delegation_source").GetString());
        Assert.Equal("315260183", await Tokentester.HvemAsync(vert, svar.AccessToken));
    }

    [Fact]
    public async Task A_token_of_the_consumer_itself_has_neither_supplier_nor_source()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var claims = Assertion.Del(await vert.TokenAsync(), 1);
        Assert.False(claims.TryGetProperty("supplier", out _) || claims.TryGetProperty("delegation_source", out _));
    }

    [Fact]
    public async Task Another_scope_is_not_delegated_and_a_delegation_without_grant_gives_nothing_until_the_grant_comes()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        (await HentAsync(vert, Finans, Bank)).ErAvvist(
            403, "forbidden", $"MP-251: Consumer {Bank} has not delegated access to the scope {Finans} to supplier {Leverandoer}");
        var forvaltning = vert.Services.GetRequiredService<Tilgangsforvaltning>();
        Assert.IsType<Endringssvar<Delegering>.Utfoert>(
            await forvaltning.DelegerAsync(Kommune, Leverandoer, Finans, Maskinportenvert.Tester));
        (await HentAsync(vert, Finans, Kommune)).ErAvvist(403, "forbidden", $"MP-250: Consumer has not been granted access to the scope {Finans}");
        await forvaltning.GiScopeAsync(Kommune, Finans, Maskinportenvert.Tester);
        Assert.Equal(200, (await HentAsync(vert, Finans, Kommune)).Status);
        Assert.Equal(200, (await HentAsync(vert, $"{MedHjemmel} {Finans}", Kommune)).Status);
        await forvaltning.AvsluttDelegeringAsync(Kommune, Leverandoer, Finans, Delegeringsside.Konsument, Maskinportenvert.Tester);
        (await HentAsync(vert, $"{MedHjemmel} {Finans}", Kommune)).ErAvvist(403, "forbidden", "MP-251");
    }

    [Fact]
    public async Task The_delegation_does_not_give_the_supplier_the_scope_itself_nor_its_other_consumers()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        (await vert.HentAsync(vert.Assertion("leverandoer").Med("scope", MedHjemmel))).ErAvvist(403, "forbidden", "MP-250");
        await vert.Services.GetRequiredService<Tilgangsforvaltning>().GiScopeAsync(Bank, MedHjemmel, Maskinportenvert.Tester);
        (await HentAsync(vert, MedHjemmel, Bank)).ErAvvist(403, "forbidden", "MP-251");
    }

    [Theory, TestDatabases]
    public async Task A_delegation_ended_by_either_side_on_one_host_is_refused_there_at_once_and_on_the_other_too(Dialect dialect)
    {
        await using var par = await Vertspar.StartAsync(dialect);
        var klient = par.Foerste.Klient("leverandoer");
        var andre = await par.AndreAsync();
        var her = par.Levende[0];
        var forvaltning = her.Services.GetRequiredService<Tilgangsforvaltning>();
        foreach (var side in new[] { Delegeringsside.Konsument, Delegeringsside.Leverandoer })
        {
            await Ventet.PaaAsync(async () => (await HentAsync(andre, MedHjemmel, Kommune, klient)).Status == 200);
            await forvaltning.AvsluttDelegeringAsync(Kommune, Leverandoer, MedHjemmel, side, Maskinportenvert.Tester);
            (await HentAsync(her, MedHjemmel, Kommune, klient)).ErAvvist(403, "forbidden", "MP-251");
            await Ventet.PaaAsync(async () => (await HentAsync(andre, MedHjemmel, Kommune, klient)).Beskrivelse.StartsWith("MP-251"));
            await forvaltning.DelegerAsync(Kommune, Leverandoer, MedHjemmel, Maskinportenvert.Tester);
        }
    }

    [Fact]
    public async Task A_deactivated_scope_gives_no_delegated_token_either()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var scope = vert.Services.GetRequiredService<Tilgangskontroll>().FinnScope(MedHjemmel)!;
        var forvaltning = vert.Services.GetRequiredService<Tilgangsforvaltning>();
        await forvaltning.LagreScopeAsync(scope with { Aktiv = false }, Maskinportenvert.Tester);
        (await HentAsync(vert, MedHjemmel, Kommune)).ErAvvist(400, "invalid_scope", "MP-200");
    }

    [Fact]
    public async Task The_log_has_the_consumer_and_the_supplier_of_a_granted_token()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var token = (await HentAsync(vert, MedHjemmel, Kommune)).AccessToken;
        var naa = vert.Klokke.GetUtcNow();
        var side = await vert.Services.GetRequiredService<LookupLogReader>()
            .ForLeverandoerAsync(Leverandoer, naa.AddHours(-1), naa.AddHours(1));
        var post = Assert.Single(side.Lookups).Record;
        Assert.Equal((200, "UTSTEDT", (Organisasjonsnummer?)Kommune), (post.Status, post.Utfall, post.Konsument));
        Assert.Equal(Assertion.Del(token, 1).GetProperty("jti").GetString(), post.Jti);
    }

    [Fact]
    public async Task The_sandbox_gives_the_same_token_without_a_signature_of_ones_own()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var token = await vert.Http.GetStringAsync($"/sandkasse/token/leverandoer?scope={MedHjemmel}&consumer_org={Kommune}");
        Assert.Equal("315260183", await Tokentester.HvemAsync(vert, token));
        using var avslag = await vert.Http.GetAsync($"/sandkasse/token/leverandoer?scope={Finans}&consumer_org={Bank}");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, avslag.StatusCode);
    }

    private static Task<Tokensvar> HentAsync(
        Maskinportenvert vert, string scope, Organisasjonsnummer konsument, Testklient? klient = null) =>
        vert.HentAsync(vert.Assertion(klient ?? vert.Klient("leverandoer")).Med("scope", scope).Med("consumer_org", konsument.ToWire()));

    private static Organisasjonsnummer Nummer(string tekst) =>
        Organisasjonsnummer.TryParse(tekst, out var nummer) ? nummer : throw new ArgumentException(tekst);
}

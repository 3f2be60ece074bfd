using System.Net;
using Felles.Kernel.Identifikatorer;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Felles.Testing.Databaser;
using Felles.Testing.Maskinporten;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten.Tests;

/// <summary>Every request for a token leaves a record that stands before the answer does.</summary>
public sealed class Loggtester
{
    [Theory, TestDatabases]
    public async Task A_grant_is_recorded_with_the_tokens_own_id(Dialect dialect)
    {
        await using var vert = await Maskinportenvert.StartAsync(dialect);
        var assertion = vert.Assertion("bank");
        var token = Assertion.Del((await vert.HentAsync(assertion)).AccessToken, 1);
        var post = Assert.Single(await PosterAsync(vert, "310166138"));
        Assert.Equal(
            ("maskinporten", "/maskinporten/token", "POST", 200, "UTSTEDT"), (post.Tjeneste, post.Rute, post.Metode, post.Status, post.Utfall));
        Assert.Equal((token.Text("jti"), assertion.Jti, "folkeregister:deling/finans"), (post.Jti, post.Detalj, post.Scope));
        Assert.Equal((vert.Klient("bank").ClientId, Oppslagstype.Token), (post.ClientId, post.Type));
        Assert.Null(post.Leverandoer);
    }

    [Theory, TestDatabases]
    public async Task A_refusal_is_recorded_with_its_code_and_the_trace_id_of_the_answer(Dialect dialect)
    {
        await using var vert = await Maskinportenvert.StartAsync(dialect);
        var assertion = vert.Assertion("bank").Med("scope", "folkeregister:deling/presse");
        var svar = await vert.HentAsync(assertion);
        var post = Assert.Single(await PosterAsync(vert, "310166138"));
        Assert.Equal((400, "MP-200", assertion.Jti, "folkeregister:deling/presse"), (post.Status, post.Utfall, post.Jti, post.Scope));
        Assert.Contains($"(trace_id: {post.Korrelasjonsid})", svar.Beskrivelse);
    }

    [Theory]
    [InlineData("MP-110")]
    [InlineData("MP-124")]
    public async Task A_refusal_before_the_claims_are_judged_is_recorded_with_jti_and_scope(string kode)
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var assertion = vert.Assertion("bank");
        _ = kode == "MP-110" ? assertion.Med("aud", "https://annen/") : assertion.Signert(_ => new byte[256]);
        await vert.HentAsync(assertion);
        var post = Assert.Single(await PosterAsync(vert, "310166138"));
        Assert.Equal((kode, assertion.Jti, "folkeregister:deling/finans"), (post.Utfall, post.Jti, post.Scope));
    }

    [Fact]
    public async Task A_supplier_is_recorded_beside_the_consumer_it_acted_for()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        await vert.HentAsync(vert.Assertion("leverandoer").Med("scope", "folkeregister:deling/finans").Med("consumer_org", "310166138"));
        var post = Assert.Single(await PosterAsync(vert, "310166138"));
        Assert.Equal((403, "MP-251", "310308242"), (post.Status, post.Utfall, post.Leverandoer?.ToWire()));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_granted()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        await vert.Services.GetRequiredService<LookupLog>().DisposeAsync();
        using var svar = await vert.Http.PostAsync("/maskinporten/token", vert.Assertion().Skjema());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, svar.StatusCode);
        Assert.NotNull(svar.Headers.RetryAfter);
        var lest = await Tokensvar.LesAsync(svar);
        Assert.Equal("temporarily_unavailable", lest.Error);
        Assert.DoesNotContain("access_token", lest.Innhold.GetRawText());
    }

    private static async Task<IReadOnlyList<LookupRecord>> PosterAsync(Maskinportenvert vert, string orgnr)
    {
        Assert.True(Organisasjonsnummer.TryParse(orgnr, out var konsument));
        var naa = vert.Klokke.GetUtcNow();
        var side = await vert.Services.GetRequiredService<LookupLogReader>()
            .ForKonsumentAsync(konsument, naa.AddHours(-1), naa.AddHours(1));
        return [.. side.Lookups.Select(l => l.Record)];
    }
}

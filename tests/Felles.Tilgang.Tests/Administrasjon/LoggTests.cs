using System.Net;
using Felles.Storage.Oppslagslogg;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Tilgang.Tests.Administrasjon;

/// <summary>Every call, refused ones too, is in the look-up log when its answer has come.</summary>
public sealed class LoggTests(Sandkasse sandkasse) : IClassFixture<Sandkasse>
{
    private const string Scope = "scope=krr%3Aglobal%2Fhentendring.read";

    [Fact]
    public async Task A_call_is_found_under_the_organisation_that_made_it_when_the_answer_has_come()
    {
        var virksomhet = Virksomheter.Sandkasse("presse");
        var svar = await sandkasse.KallAsync("PUT", $"tilganger/{virksomhet}?{Scope}");
        Assert.Equal(HttpStatusCode.OK, svar.Status);

        var post = await SisteAsync("drift");
        Assert.Equal(
            ("felles", "/felles/api/v1/tilganger/{orgnr}", "PUT", 200, "ok", $"virksomhet {virksomhet}",
                svar.Hoder.GetValues("Korrelasjonsid").Single()),
            (post.Tjeneste, post.Rute, post.Metode, post.Status, post.Utfall, post.Detalj, post.Korrelasjonsid));
        Assert.Equal("felles:drift", post.Scope);
        Assert.NotNull(post.ClientId);
        Assert.NotNull(post.Jti);
    }

    [Fact]
    public async Task A_refused_call_is_found_with_its_code_and_a_number_in_the_address_is_not()
    {
        Assert.Equal(HttpStatusCode.Forbidden,
            (await sandkasse.KallAsync("PUT", $"tilganger/24907999374?{Scope}", medToken: await sandkasse.TokenAsync("bank"))).Status);
        var post = await SisteAsync("bank");
        Assert.Equal(
            ("/felles/api/v1/tilganger/{orgnr}", 403, "scope-mangler", null), (post.Rute, post.Status, post.Utfall, post.Detalj));
    }

    [Theory]
    [InlineData("7b0c9a52-8f43-4d0e-9d6e-0f4f5f0a4a11", true)]
    [InlineData("24907999374", false)]
    [InlineData("x\"<script>", false)]
    public async Task The_callers_correlation_id_is_kept_only_when_it_is_a_uuid(string id, bool beholdt)
    {
        using var melding = new HttpRequestMessage(HttpMethod.Get, "/felles/api/v1/roller");
        melding.Headers.TryAddWithoutValidation("Korrelasjonsid", id);
        using var svar = await sandkasse.Vert.Client.SendAsync(melding);
        var brukt = svar.Headers.GetValues("Korrelasjonsid").Single();
        Assert.Equal(beholdt, brukt == id);
        Assert.True(Guid.TryParse(brukt, out _));
    }

    private async Task<LookupRecord> SisteAsync(string klient)
    {
        var leser = sandkasse.Vert.Services.GetRequiredService<LookupLogReader>();
        var naa = TimeProvider.System.GetUtcNow();
        var side = await leser.ForKonsumentAsync(Virksomheter.Sandkasse(klient), naa.AddMinutes(-10), naa.AddMinutes(1));
        return side.Lookups.First(p => p.Record.Tjeneste == "felles").Record;
    }
}

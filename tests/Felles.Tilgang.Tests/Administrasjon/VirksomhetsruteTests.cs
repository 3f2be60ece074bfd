using System.Net;

namespace Felles.Tilgang.Tests.Administrasjon;

public sealed class VirksomhetsruteTests(Sandkasse sandkasse) : IClassFixture<Sandkasse>
{
    private const string Ndjson = "application/x-ndjson";

    [Fact]
    public async Task What_is_exported_can_be_imported_and_changes_nothing()
    {
        var foer = await sandkasse.KallAsync("GET", "virksomheter");
        Assert.Equal((HttpStatusCode.OK, Ndjson), (foer.Status, foer.Medietype));
        var antall = foer.Tekst.Count(c => c == '\n');
        Assert.True(antall >= 7);

        var svar = await sandkasse.KallAsync("POST", "virksomheter", foer.Tekst, Ndjson + "; charset=utf-8");
        Assert.Equal((antall.ToString(), "0", "0", antall.ToString()),
            (svar.Felt("lest"), svar.Felt("nye"), svar.Felt("endret"), svar.Felt("uendret")));
        Assert.Equal(foer.Tekst, (await sandkasse.KallAsync("GET", "virksomheter")).Tekst);
    }

    [Fact]
    public async Task Faults_are_told_with_line_path_and_code_and_nothing_is_taken()
    {
        const string enhet = """{"organisasjonsnummer":"974761076","navn":"A","organisasjonsform":{"kode":"AS"}}""";
        var svar = await sandkasse.KallAsync("POST", "virksomheter", enhet + "\n{}", Ndjson);
        svar.ErAvvist(HttpStatusCode.BadRequest, "virksomheter-avvist");
        Assert.Equal(
            [
                "2 organisasjonsnummer virksomhet-medlem-mangler",
                "2 navn virksomhet-medlem-mangler",
                "2 organisasjonsform virksomhet-medlem-mangler",
            ],
            svar.Json.GetProperty("funn").EnumerateArray()
                .Select(f => $"{f.GetProperty("linje")} {f.GetProperty("sti")} {f.GetProperty("kode")}"));
        Assert.DoesNotContain("974761076", (await sandkasse.KallAsync("GET", "virksomheter")).Tekst);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Another_media_type_is_refused(string type) =>
        (await sandkasse.KallAsync("POST", "virksomheter", "{}", type)).ErAvvist(HttpStatusCode.UnsupportedMediaType, "feil-medietype");
}

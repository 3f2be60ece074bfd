using System.Net;

namespace Felles.Tilgang.Tests.Administrasjon;

/// <summary>Who may call the administration API at all.</summary>
public sealed class AdgangTests(Sandkasse sandkasse) : IClassFixture<Sandkasse>
{
    public static TheoryData<string, string> Ruter => new()
    {
        { "GET", "tilganger?scope=x" }, { "GET", "tilganger/315260183" }, { "PUT", "tilganger/315260183?scope=x" },
        { "DELETE", "tilganger/315260183?scope=x" },
        { "GET", "pakker/315260183" }, { "PUT", "pakker/315260183/finans" }, { "DELETE", "pakker/315260183/finans" },
        { "GET", "roller?orgnr=315260183" }, { "POST", "roller" }, { "DELETE", "roller/1" },
        { "GET", "scopes" }, { "PUT", "scopes" },
        { "GET", "virksomheter" }, { "POST", "virksomheter" },
    };

    [Theory, MemberData(nameof(Ruter))]
    public async Task Every_route_refuses_a_call_without_token_with_a_false_one_and_with_another_scope(string metode, string sti)
    {
        var uten = await sandkasse.KallAsync(metode, sti, medToken: null);
        uten.ErAvvist(HttpStatusCode.Unauthorized, "token-mangler");
        Assert.Equal("Bearer", uten.Hoder.WwwAuthenticate.ToString());
        (await sandkasse.KallAsync(metode, sti, medToken: "e30.e30.x")).ErAvvist(HttpStatusCode.Unauthorized, "token-ugyldig");
        (await sandkasse.KallAsync(metode, sti, medToken: await sandkasse.TokenAsync("bank")))
            .ErAvvist(HttpStatusCode.Forbidden, "scope-mangler");
    }
}

using System.Text.Json;

namespace Felles.Maskinporten.Tests;

public sealed class Metadatatester(Vertsfikstur fikstur) : IClassFixture<Vertsfikstur>
{
    private const string Ventet = """
        {"authorization_details_types_supported":["urn:altinn:systemuser","urn:altinn:consent"],"grant_types_supported":["urn:ietf:params:oauth:grant-type:jwt-bearer"],"issuer":"http://felles.test/maskinporten/","jwks_uri":"http://felles.test/maskinporten/jwk","token_endpoint":"http://felles.test/maskinporten/token","token_endpoint_auth_methods_supported":["private_key_jwt"],"token_endpoint_auth_signing_alg_values_supported":["RS256","RS384","RS512"]}
        """;

    [Theory]
    [InlineData("/maskinporten/.well-known/oauth-authorization-server")]
    [InlineData("/.well-known/oauth-authorization-server/maskinporten")]
    [InlineData("/.well-known/oauth-authorization-server/maskinporten/")]
    public async Task The_metadata_is_the_documented_one_in_both_places(string sti)
    {
        using var svar = await fikstur.Vert.Http.GetAsync(sti);
        Assert.Equal((200, "application/json"), ((int)svar.StatusCode, svar.Content.Headers.ContentType?.MediaType));
        Assert.Equal(Ventet, await svar.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_key_set_has_the_signing_key_and_the_next_one_and_nothing_private()
    {
        using var document = JsonDocument.Parse(await fikstur.Vert.Http.GetByteArrayAsync("/maskinporten/jwk"));
        var noekler = document.RootElement.GetProperty("keys").EnumerateArray().ToArray();
        Assert.Equal(2, noekler.Length);
        Assert.All(noekler, n =>
        {
            Assert.Equal(["kty", "e", "use", "kid", "alg", "n"], n.EnumerateObject().Select(p => p.Name));
            Assert.Equal(("RSA", "AQAB", "sig", "RS256"), (n.Text("kty"), n.Text("e"), n.Text("use"), n.Text("alg")));
            Assert.Equal(342, n.Text("n")!.Length);
        });
    }
}

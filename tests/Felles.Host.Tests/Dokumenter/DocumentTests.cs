using System.Text.Json;
using Felles.Tilgang.Contracts;

namespace Felles.Host.Tests.Dokumenter;

public sealed class DocumentTests(Vertsfikstur vert) : IClassFixture<Vertsfikstur>
{
    private static readonly string[] Names =
        [.. Rettighetspakke.Alle.Select(pakke => "folkeregisteret-" + pakke.Navn), "maskinporten", "samarbeid", "altinn", "administrasjon"];

    [Theory]
    [InlineData("folkeregisteret-offentlig-med-hjemmel", "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/{personidentifikator}", "get")]
    [InlineData("folkeregisteret-offentlig-med-hjemmel", "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/bulkoppslag", "post")]
    [InlineData("folkeregisteret-offentlig-med-hjemmel", "/folkeregisteret/offentlig-med-hjemmel/api/v1/personer/soek", "get")]
    [InlineData("maskinporten", "/maskinporten/token", "post")]
    [InlineData("maskinporten", "/maskinporten/jwk", "get")]
    [InlineData("maskinporten", "/maskinporten/.well-known/oauth-authorization-server", "get")]
    [InlineData("samarbeid", "/samarbeid/api/v1/scopes/access/{orgnr}", "put")]
    [InlineData("samarbeid", "/samarbeid/api/v1/clients/{client_id}/jwks", "post")]
    [InlineData("altinn", "/altinn/accessmanagement/api/v1/maskinporten/delegations", "get")]
    [InlineData("administrasjon", "/felles/api/v1/personer", "post")]
    [InlineData("administrasjon", "/felles/api/v1/virksomheter", "get")]
    [InlineData("administrasjon", "/felles/api/v1/logg/verifiser", "post")]
    [InlineData("administrasjon", "/felles/api/v1/nullstill", "post")]
    public async Task What_the_client_and_the_command_call_is_documented(string name, string path, string method)
    {
        var document = await DocumentAsync(name);
        var paths = document.GetProperty("paths");
        Assert.True(paths.TryGetProperty(path, out var item), string.Join('\n', paths.EnumerateObject().Select(p => p.Name)));
        Assert.True(item.TryGetProperty(method, out _), $"{path}: {item}");
    }

    [Theory]
    [InlineData("folkeregisteret-offentlig-med-hjemmel", true)]
    [InlineData("administrasjon", true)]
    [InlineData("maskinporten", false)]
    public async Task A_service_that_takes_a_token_says_so(string name, bool takesToken)
    {
        var document = await DocumentAsync(name);
        Assert.Equal(takesToken, document.TryGetProperty("security", out var security));
        if (!takesToken)
            return;
        Assert.Equal(JsonValueKind.Array, security[0].GetProperty("bearer").ValueKind);
        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer");
        Assert.Equal(("http", "bearer"), (scheme.GetProperty("type").GetString(), scheme.GetProperty("scheme").GetString()));
    }

    [Fact]
    public async Task Every_document_is_in_Swagger_UI_and_on_the_start_page()
    {
        var swagger = await vert.Vert.Client.GetStringAsync("/swagger/index.js");
        var start = await vert.Vert.Client.GetStringAsync("/");
        foreach (var name in Names)
        {
            Assert.Contains($"/openapi/{name}.json", swagger);
            Assert.Contains($"href=\"/openapi/{name}.json\"", start);
        }

        Assert.Contains("swagger-ui", await vert.Vert.Client.GetStringAsync("/swagger/index.html"));
    }

    private async Task<JsonElement> DocumentAsync(string name)
    {
        using var document = JsonDocument.Parse(await vert.Vert.Client.GetStringAsync($"/openapi/{name}.json"));
        Assert.StartsWith("3.", document.RootElement.GetProperty("openapi").GetString());
        return document.RootElement.Clone();
    }
}

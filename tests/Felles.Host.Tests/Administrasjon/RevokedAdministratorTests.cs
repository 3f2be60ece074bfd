using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Felles.Testing;

namespace Felles.Host.Tests.Administrasjon;

public sealed class RevokedAdministratorTests
{
    public static TheoryData<string, string> Routes => new()
    {
        { "GET", "/felles/api/v1/pakker/315260183" },
        { "GET", "/felles/api/v1/personer" },
        { "GET", "/felles/api/v1/virksomheter" },
        { "GET", "/felles/api/v1/maskinporten/signeringsnoekler" },
        { "POST", "/felles/api/v1/logg/verifiser" },
        { "POST", "/felles/api/v1/nullstill" },
    };

    [Fact]
    public async Task A_live_token_opens_nothing_once_its_organisation_has_lost_the_scope()
    {
        await using var vert = await FellesVert.StartAsync(persons: 150);
        var token = await vert.Client.GetStringAsync("/sandkasse/token/drift");
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(vert.ClientFile("drift")));
        var grant = $"/felles/api/v1/tilganger/{file.RootElement.GetProperty("orgnr").GetString()}?scope=felles%3Adrift";

        Assert.Equal((HttpStatusCode.OK, null), await CallAsync("GET", "/felles/api/v1/pakker/315260183"));
        Assert.Equal((HttpStatusCode.OK, null), await CallAsync("DELETE", grant));
        foreach (var route in Routes)
            Assert.Equal((HttpStatusCode.Forbidden, "drift-ikke-tildelt"), await CallAsync(route.Data.Item1, route.Data.Item2));
        Assert.Equal((HttpStatusCode.Forbidden, "drift-ikke-tildelt"), await CallAsync("PUT", grant));

        async Task<(HttpStatusCode Status, string? Code)> CallAsync(string method, string path)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await vert.Client.SendAsync(request);
            if (answer.IsSuccessStatusCode)
                return (answer.StatusCode, null);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            return (answer.StatusCode, body.RootElement.GetProperty("kode").GetString());
        }
    }
}

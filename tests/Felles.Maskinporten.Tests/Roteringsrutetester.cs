using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Felles.Maskinporten.Tests;

/// <summary>The signing keys through the administration API.</summary>
public sealed class Roteringsrutetester
{
    private const string Sti = "/felles/api/v1/maskinporten/signeringsnoekler";

    [Fact]
    public async Task The_keys_are_rotated_at_once_when_asked_and_otherwise_after_a_day()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        var (status, foer) = await SendAsync(vert, "drift", HttpMethod.Get, Sti);
        Assert.Equal((HttpStatusCode.OK, 2), (status, foer.GetProperty("publiserte").GetArrayLength()));

        var (forTidlig, problem) = await SendAsync(vert, "drift", HttpMethod.Post, Sti + "/roter");
        Assert.Equal((HttpStatusCode.Conflict, "MPK-020"), (forTidlig, problem.Text("kode")));

        var (rotert, svar) = await SendAsync(vert, "drift", HttpMethod.Post, Sti + "/roter?straks=true");
        Assert.Equal((HttpStatusCode.OK, foer.Text("gjeldende")), (rotert, svar.Text("gammel")));
        var (_, etter) = await SendAsync(vert, "drift", HttpMethod.Get, Sti);
        Assert.Equal((svar.Text("gjeldende"), 3), (etter.Text("gjeldende"), etter.GetProperty("publiserte").GetArrayLength()));
    }

    [Fact]
    public async Task Only_the_administration_may_rotate()
    {
        await using var vert = await Maskinportenvert.StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(vert, "kommune", HttpMethod.Post, Sti + "/roter")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(vert, null, HttpMethod.Post, Sti + "/roter")).Status);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Innhold)> SendAsync(
        Maskinportenvert vert, string? klient, HttpMethod metode, string sti)
    {
        using var melding = new HttpRequestMessage(metode, sti);
        if (klient is not null)
            melding.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await vert.TokenAsync(klient));
        using var svar = await vert.Http.SendAsync(melding);
        using var document = JsonDocument.Parse(await svar.Content.ReadAsByteArrayAsync());
        return (svar.StatusCode, document.RootElement.Clone());
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Felles.Testing;
using Felles.Testing.Maskinporten;
using Felles.Tilgang.Contracts;

namespace Felles.Host.Tests.Dokumenter;

/// <summary>
/// A whole sandbox in which one organisation has every rights package, and a client of its own with a token for all of them.
/// </summary>
public sealed class Pakkevert : IAsyncLifetime
{
    private FellesVert? vert;

    public FellesVert Vert => vert ?? throw new InvalidOperationException("The sandbox has not started.");

    public string Bearer { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        vert = await FellesVert.StartAsync(persons: 300);
        var drift = await vert.Client.GetStringAsync("/sandkasse/token/drift");
        var kommune = Sandkassevirksomhet.Alle.Single(v => v.Navn == "kommune").Organisasjonsnummer;
        using var noekkel = RSA.Create(2048);
        var klient = new Testklient("alle-pakker", "alle-1", noekkel, [.. Rettighetspakke.Alle.Select(p => p.Scope)]);
        foreach (var pakke in Rettighetspakke.Alle)
        {
            await SendAsync(drift, HttpMethod.Put, $"/felles/api/v1/tilganger/{kommune.ToWire()}?scope={pakke.Scope}&grunn=test");
            await SendAsync(drift, HttpMethod.Put, $"/felles/api/v1/pakker/{kommune.ToWire()}/{pakke.Navn}?grunn=test");
        }

        await SendAsync(drift, HttpMethod.Put, "/felles/api/v1/klienter/alle-pakker", new
        {
            orgnr = kommune.ToWire(), client_name = "alle pakker", scopes = klient.Scopes, grunn = "test",
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = klient.Kid, n = klient.Jwk.N, e = klient.Jwk.E } },
        });
        using var skjema = klient.Assertion($"{vert.Address.GetLeftPart(UriPartial.Authority)}/maskinporten/", TimeProvider.System.GetUtcNow()).Skjema();
        using var svar = await vert.Client.PostAsync("/maskinporten/token", skjema);
        Assert.True(svar.IsSuccessStatusCode, await svar.Content.ReadAsStringAsync());
        Bearer = (await svar.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public async Task<(HttpStatusCode Status, string? Type, string Kropp)> HentAsync(
        string sti, string accept, HttpMethod? metode = null, string? kropp = null)
    {
        using var melding = new HttpRequestMessage(metode ?? HttpMethod.Get, sti);
        melding.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer);
        melding.Headers.TryAddWithoutValidation("Accept", accept);
        if (kropp is not null)
            melding.Content = new StringContent(kropp, System.Text.Encoding.UTF8, "application/json");
        using var svar = await Vert.Client.SendAsync(melding);
        return (svar.StatusCode, svar.Content.Headers.ContentType?.MediaType, await svar.Content.ReadAsStringAsync());
    }

    public ValueTask DisposeAsync() => vert?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task SendAsync(string token, HttpMethod metode, string sti, object? kropp = null)
    {
        using var melding = new HttpRequestMessage(metode, sti);
        melding.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (kropp is not null)
            melding.Content = JsonContent.Create(kropp);
        using var svar = await Vert.Client.SendAsync(melding);
        Assert.True(svar.IsSuccessStatusCode, $"{sti}: {svar.StatusCode} {await svar.Content.ReadAsStringAsync()}");
    }
}

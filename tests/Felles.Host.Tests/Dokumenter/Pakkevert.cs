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
    // One line, as NDJSON has them.
    private static readonly string NyPerson = """
        {"identifikasjonsnummer":[{"erGjeldende":true,"kilde":"KILDE_DSF","status":"iBruk","foedselsEllerDNummer":"14838534083",
        "identifikatortype":"foedselsnummer"}],"status":[{"erGjeldende":true,"kilde":"KILDE_DSF","status":"bosatt"}],
        "kjoenn":[{"erGjeldende":true,"kilde":"KILDE_DSF","kjoenn":"kvinne"}],
        "foedsel":[{"erGjeldende":true,"foedselsdato":"1985-03-14","foedselsaar":"1985","foedeland":"NOR"}],
        "navn":[{"erGjeldende":true,"kilde":"KILDE_DSF","fornavn":"RASK","etternavn":"TREKANT"}]}
        """.ReplaceLineEndings("");

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

    /// <summary>
    /// The document of the event of a new person, and an extract that is ready to be read, by the names of the parameters.
    /// </summary>
    public async Task<Dictionary<string, string>> LagedeIderAsync(Rettighetspakke pakke)
    {
        var ider = new Dictionary<string, string>();
        var rot = $"/folkeregisteret/{pakke.Sti}/v1/";
        if (pakke.Kode == "OMH")
        {
            using var innhold = new StringContent(NyPerson, System.Text.Encoding.UTF8, "application/x-ndjson");
            await SendAsync(await Vert.Client.GetStringAsync("/sandkasse/token/drift"), HttpMethod.Post, "/felles/api/v1/personer", innhold);
            using var feed = await VentAsync(rot + "hendelser/feed?seq=1", svar => svar.RootElement.GetArrayLength() > 0);
            ider["hendelsesidentifikator"] = feed.RootElement[0].GetProperty("hendelse").GetProperty("hendelsesdokument").GetString()!;
        }

        if (pakke.Kode is "OMH" or "OUH" or "PUH" or "FIN" or "EID")
        {
            var (_, _, bestilt) = await HentAsync(
                rot + "uttrekk/tilpasset", "application/json", HttpMethod.Post, """{"personstatustyper":["bosatt"]}""");
            ider["jobbid"] = JsonDocument.Parse(bestilt).RootElement.GetProperty("jobbId").GetString()!;
            using var batch = await VentAsync($"{rot}uttrekk/{ider["jobbid"]}/batch/0", _ => true);
        }

        return ider;
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

    private async Task<JsonDocument> VentAsync(string sti, Func<JsonDocument, bool> ferdig)
    {
        while (true)
        {
            var (status, _, kropp) = await HentAsync(sti, "application/json");
            var svar = JsonDocument.Parse(kropp);
            if (status == HttpStatusCode.OK && ferdig(svar))
                return svar;
            svar.Dispose();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task SendAsync(string token, HttpMethod metode, string sti, object? kropp = null)
    {
        using var melding = new HttpRequestMessage(metode, sti);
        melding.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (kropp is not null)
            melding.Content = kropp as HttpContent ?? JsonContent.Create(kropp);
        using var svar = await Vert.Client.SendAsync(melding);
        Assert.True(svar.IsSuccessStatusCode, $"{sti}: {svar.StatusCode} {await svar.Content.ReadAsStringAsync()}");
    }
}

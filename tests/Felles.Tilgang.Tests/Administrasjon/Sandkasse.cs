using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Felles.Testing;

namespace Felles.Tilgang.Tests.Administrasjon;

/// <summary>One whole program for the tests of the administration API; each test uses organisations of its own.</summary>
public sealed class Sandkasse : IAsyncLifetime
{
    private FellesVert? vert;
    private string? token;

    public FellesVert Vert => vert ?? throw new InvalidOperationException("The sandbox has not started.");

    public async ValueTask InitializeAsync()
    {
        vert = await FellesVert.StartAsync(persons: 200);
        token = await TokenAsync("drift");
    }

    public ValueTask DisposeAsync() => vert?.DisposeAsync() ?? ValueTask.CompletedTask;

    public Task<string> TokenAsync(string klient, string scope) => Vert.Client.GetStringAsync($"/sandkasse/token/{klient}?scope={scope}");

    public Task<string> TokenAsync(string klient) => Vert.Client.GetStringAsync($"/sandkasse/token/{klient}");

    /// <summary>One call as the operator, or with another token; null is none.</summary>
    internal Task<Svar> KallAsync(string metode, string sti, string? kropp = null, string type = "application/json",
        string? medToken = "") => SendAsync(metode, "/felles/api/v1/" + sti, medToken == "" ? token : medToken, kropp, type);

    /// <summary>One call of any service.</summary>
    internal async Task<Svar> SendAsync(string metode, string sti, string? medToken, string? kropp = null, string type = "application/json")
    {
        using var melding = new HttpRequestMessage(new HttpMethod(metode), sti);
        if (medToken is { } verdi) melding.Headers.Authorization = new("Bearer", verdi);
        if (kropp is not null)
        {
            melding.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(kropp));
            melding.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        using var svar = await Vert.Client.SendAsync(melding);
        var tekst = await svar.Content.ReadAsStringAsync();
        var medietype = svar.Content.Headers.ContentType?.MediaType;
        var json = medietype is "application/json" or "application/problem+json" ? JsonDocument.Parse(tekst).RootElement : default;
        return new Svar(svar.StatusCode, json, tekst, svar.Headers, medietype);
    }
}

/// <summary>An answer and its body.</summary>
internal sealed record Svar(HttpStatusCode Status, JsonElement Json, string Tekst, HttpResponseHeaders Hoder, string? Medietype)
{
    public string? Felt(string navn) => Json.TryGetProperty(navn, out var verdi) ? verdi.ToString() : null;

    /// <summary>A refusal in the form that all of them have.</summary>
    public void ErAvvist(HttpStatusCode status, string kode, string? sti = null)
    {
        Assert.True(status == Status, $"{Status}: {Tekst}");
        Assert.Equal("application/problem+json", Medietype);
        Assert.Equal((kode, sti), (Felt("kode"), Felt("sti")));
        Assert.Equal(((int)status).ToString(), Felt("status"));
        Assert.Equal(Hoder.GetValues("Korrelasjonsid").Single(), Felt("korrelasjonsid"));
    }
}

using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Felles.Client.Utfall;

namespace Felles.Client.Sandkasse;

/// <summary>What a sandbox gives to programs on its own machine without a token. A host in production has none of it.</summary>
public sealed class Sandkasseklient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _rot;

    /// <param name="adresse">The host, as <c>http://localhost:5080</c>.</param>
    /// <param name="handler">For tests and proxies; disposed with the client. Null for the usual one.</param>
    public Sandkasseklient(Uri adresse, HttpMessageHandler? handler = null)
    {
        _rot = new Uri(adresse.AbsoluteUri.TrimEnd('/') + "/sandkasse/");
        _http = new HttpClient(handler ?? new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), AllowAutoRedirect = false });
    }

    /// <summary>Tells which step of the token endpoint refuses the text, without using it up.</summary>
    /// <param name="jwt">An assertion or an access token.</param>
    /// <param name="ct">Ends the call.</param>
    public async Task<Svar<Forklaring>> ForklarAsync(string jwt, CancellationToken ct = default)
    {
        using var innhold = new StringContent(jwt);
        return await SendAsync("token/forklar", innhold, Klientjson.Default.Forklaring, ct);
    }

    /// <summary>A certificate with a key made by the host.</summary>
    public async Task<Svar<Testsertifikat>> LagSertifikatAsync(Sertifikatbestilling bestilling, CancellationToken ct = default)
    {
        using var innhold = JsonContent.Create(bestilling, Klientjson.Default.Sertifikatbestilling);
        return await SendAsync("sertifikater", innhold, Klientjson.Default.Testsertifikat, ct);
    }

    /// <summary>Revokes for good; holds at once on the host that answers, within a second on all.</summary>
    public Task<Svar<Testsertifikat>> SperrSertifikatAsync(string serienummer, CancellationToken ct = default) => SendAsync(
        $"sertifikater/{Uri.EscapeDataString(serienummer)}/sperr", null, Klientjson.Default.Testsertifikat, ct);

    public void Dispose() => _http.Dispose();

    private async Task<Svar<T>> SendAsync<T>(string sti, HttpContent? innhold, JsonTypeInfo<T> form, CancellationToken ct)
    {
        using var svar = await _http.PostAsync(new Uri(_rot, sti), innhold, ct);
        return svar.IsSuccessStatusCode
            ? new Svar<T>.Godtatt((await svar.Content.ReadFromJsonAsync(form, ct))!)
            : new Svar<T>.Avvist(await Avvisningsleser.LesAsync(svar, ct));
    }
}

using System.Collections.Concurrent;
using System.Net.Http.Json;
using Felles.Client.Utfall;

namespace Felles.Client.Token;

/// <summary>
/// Tokens for one client from one Maskinporten. A token is kept until shortly before it expires, and callers that ask at the same time
/// share one request. Safe for many threads.
/// </summary>
public sealed class Tokenkilde : IDisposable
{
    /// <summary>A token this close to its end is not handed out: it must live through the call that carries it.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http;
    private readonly Uri _metadataadresse;
    private readonly TimeProvider _tid;
    private readonly Paastand _paastand;
    private readonly SemaphoreSlim _en = new(1, 1);
    private readonly ConcurrentDictionary<Tokenforespoersel, Tilgangstoken> _lager = new();
    private Tokenmetadata? _metadata;

    /// <param name="http">Used for metadata and tokens; not disposed.</param>
    /// <param name="utsteder">The issuer's address, as <c>http://localhost:5080/maskinporten/</c>.</param>
    /// <param name="klient">The client and its key.</param>
    /// <param name="tid">The clock of assertions and expiry.</param>
    public Tokenkilde(HttpClient http, Uri utsteder, Klientfil klient, TimeProvider tid)
    {
        _http = http;
        _metadataadresse = new Uri(utsteder.AbsoluteUri.TrimEnd('/') + "/.well-known/oauth-authorization-server");
        _tid = tid;
        _paastand = new(klient);
    }

    public async Task<Svar<Tilgangstoken>> HentAsync(Tokenforespoersel forespoersel, CancellationToken ct = default)
    {
        if (Gyldig(forespoersel) is { } lagret)
            return new Svar<Tilgangstoken>.Godtatt(lagret);
        await _en.WaitAsync(ct);
        try
        {
            return Gyldig(forespoersel) is { } nyss ? new Svar<Tilgangstoken>.Godtatt(nyss) : await UtstedAsync(forespoersel, ct);
        }
        finally
        {
            _en.Release();
        }
    }

    /// <summary>Forgets a token that a service refused: the issuer's keys or the client's rights have changed.</summary>
    public void Glem(Tokenforespoersel forespoersel) => _lager.TryRemove(forespoersel, out _);

    public void Dispose() => _en.Dispose();

    private Tilgangstoken? Gyldig(Tokenforespoersel forespoersel) =>
        _lager.TryGetValue(forespoersel, out var token) && token.Utloeper - Margin > _tid.GetUtcNow() ? token : null;

    private async Task<Svar<Tilgangstoken>> UtstedAsync(Tokenforespoersel forespoersel, CancellationToken ct)
    {
        if (_metadata is null)
        {
            using var metasvar = await _http.GetAsync(_metadataadresse, ct);
            if (!metasvar.IsSuccessStatusCode)
                return new Svar<Tilgangstoken>.Avvist(await Avvisningsleser.LesAsync(metasvar, ct));
            _metadata = await metasvar.Content.ReadFromJsonAsync(Klientjson.Default.Tokenmetadata, ct);
        }

        var naa = _tid.GetUtcNow();
        using var skjema = new FormUrlEncodedContent(
        [
            new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
            new("assertion", _paastand.Skriv(_metadata!.Issuer, forespoersel, naa)),
        ]);
        using var svar = await _http.PostAsync(_metadata.TokenEndpoint, skjema, ct);
        if (!svar.IsSuccessStatusCode)
            return new Svar<Tilgangstoken>.Avvist(await Avvisningsleser.LesAsync(svar, ct));
        var lest = (await svar.Content.ReadFromJsonAsync(Klientjson.Default.Tokensvar, ct))!;
        var token = new Tilgangstoken(lest.AccessToken, lest.Scope ?? forespoersel.Scope, naa.AddSeconds(lest.ExpiresIn));
        _lager[forespoersel] = token;
        return new Svar<Tilgangstoken>.Godtatt(token);
    }
}

using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Noekler;

/// <summary>The published keys of the other issuers this installation believes.</summary>
internal sealed class Utstedernoekler(MaskinportenOptions options, IHttpClientFactory http, Endringsvarsel varsel, TimeProvider clock)
{
    /// <summary>The name of the client that fetches key sets: short time limit, small answers.</summary>
    public const string HttpKlient = "felles-maskinporten-jwks";

    private readonly FrozenDictionary<string, Utsteder> utstedere =
        options.Utstedere.ToFrozenDictionary(u => u.Issuer, u => new Utsteder(new Uri(u.JwksUri)), StringComparer.Ordinal);

    public bool Kjenner(string issuer) => utstedere.ContainsKey(issuer);

    public ValueTask<SecurityKey?> FinnAsync(string issuer, string kid, CancellationToken ct) =>
        utstedere.TryGetValue(issuer, out var utsteder) ? FinnAsync(utsteder, kid, ct) : default;

    private async ValueTask<SecurityKey?> FinnAsync(Utsteder utsteder, string kid, CancellationToken ct)
    {
        var sett = utsteder.Sett;
        if (sett.Noekler.TryGetValue(kid, out var noekkel) && !sett.ErGammelt(clock.GetUtcNow()))
            return noekkel;
        await utsteder.Laas.WaitAsync(ct);
        try
        {
            // An unknown kid may be a new key, or a stranger's invention: the set is fetched again, but seldom.
            if (ReferenceEquals(sett, utsteder.Sett) && sett.KanHentes(clock.GetUtcNow()))
                utsteder.Sett = await HentAsync(utsteder, sett, ct);
            return utsteder.Sett.Noekler.GetValueOrDefault(kid);
        }
        finally
        {
            utsteder.Laas.Release();
        }
    }

    private async Task<Noekkelsett> HentAsync(Utsteder utsteder, Noekkelsett gammelt, CancellationToken ct)
    {
        try
        {
            using var klient = http.CreateClient(HttpKlient);
            var jwks = new JsonWebKeySet(await klient.GetStringAsync(utsteder.JwksUri, ct));
            var noekler = jwks.Keys
                .Where(k => k is { Kty: "RSA", Kid: not null, Use: null or "sig" })
                .DistinctBy(k => k.Kid)
                .ToFrozenDictionary(k => k.Kid, SecurityKey (k) => k, StringComparer.Ordinal);
            if (!noekler.Keys.ToHashSet().SetEquals(gammelt.Noekler.Keys))
                varsel.Meld();
            return new Noekkelsett(noekler, clock.GetUtcNow());
        }
        catch (Exception e) when (
            e is HttpRequestException or ArgumentException or JsonException or TaskCanceledException { InnerException: TimeoutException })
        {
            // The issuer is away: its keys of yesterday are still its keys. The next try comes after the pause.
            return gammelt with { Hentet = clock.GetUtcNow() };
        }
    }

    private sealed class Utsteder(Uri jwksUri)
    {
        public Uri JwksUri { get; } = jwksUri;

        public SemaphoreSlim Laas { get; } = new(1, 1);

        public volatile Noekkelsett Sett = new(FrozenDictionary<string, SecurityKey>.Empty, DateTimeOffset.MinValue);
    }

    private sealed record Noekkelsett(FrozenDictionary<string, SecurityKey> Noekler, DateTimeOffset Hentet)
    {
        private static readonly TimeSpan Levetid = TimeSpan.FromHours(24);
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

        public bool ErGammelt(DateTimeOffset naa) => naa - Hentet > Levetid;

        public bool KanHentes(DateTimeOffset naa) => naa - Hentet > Pause;
    }
}

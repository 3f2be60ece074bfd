using System.Collections.Frozen;
using System.Text.Json;
using Felles.Maskinporten.Klienter;
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
        if (!sett.ErGammelt(clock.GetUtcNow()) && sett.Noekler.TryGetValue(kid, out var noekkel))
            return noekkel;
        await utsteder.Laas.WaitAsync(ct);
        try
        {
            // An unknown kid may be a new key, or a stranger's invention: the set is fetched again, but seldom.
            if (ReferenceEquals(sett, utsteder.Sett) && sett.KanHentes(clock.GetUtcNow()))
                utsteder.Sett = await HentAsync(utsteder, sett, ct);
            return utsteder.Sett.ErForGammelt(clock.GetUtcNow()) ? null : utsteder.Sett.Noekler.GetValueOrDefault(kid);
        }
        finally
        {
            utsteder.Laas.Release();
        }
    }

    private async Task<Noekkelsett> HentAsync(Utsteder utsteder, Noekkelsett gammelt, CancellationToken ct)
    {
        var naa = clock.GetUtcNow();
        try
        {
            using var klient = http.CreateClient(HttpKlient);
            var jwks = new JsonWebKeySet(await klient.GetStringAsync(utsteder.JwksUri, ct));
            // One bad key in a set takes nothing from the others; it is as if it were not there.
            var noekler = jwks.Keys
                .Where(k => !string.IsNullOrEmpty(k.Kid))
                .Select(k => (k.Kid, Tall: Noekkelkontroll.Parametre(k)))
                .Where(k => k.Tall is { } tall && Noekkelkontroll.ErLangNok(tall))
                .DistinctBy(k => k.Kid)
                .ToFrozenDictionary(k => k.Kid, SecurityKey (k) => new RsaSecurityKey(k.Tall!.Value), StringComparer.Ordinal);
            if (!noekler.Keys.ToHashSet().SetEquals(gammelt.Noekler.Keys))
                varsel.Meld();
            return new Noekkelsett(noekler, Hentet: naa, Forsoekt: naa);
        }
        catch (Exception e) when (
            e is HttpRequestException or ArgumentException or JsonException or InvalidOperationException
                or TaskCanceledException { InnerException: TimeoutException })
        {
            // The issuer is away, or its set cannot be read: its keys of yesterday are still its keys, for a while. The next try comes
            // after the pause.
            return gammelt with { Forsoekt = naa };
        }
    }

    private sealed class Utsteder(Uri jwksUri)
    {
        public Uri JwksUri { get; } = jwksUri;

        public SemaphoreSlim Laas { get; } = new(1, 1);

        public volatile Noekkelsett Sett = new(
            FrozenDictionary<string, SecurityKey>.Empty, DateTimeOffset.MinValue, DateTimeOffset.MinValue);
    }

    /// <param name="Noekler">By kid.</param>
    /// <param name="Hentet">The last time the set was read.</param>
    /// <param name="Forsoekt">The last time that was tried.</param>
    private sealed record Noekkelsett(FrozenDictionary<string, SecurityKey> Noekler, DateTimeOffset Hentet, DateTimeOffset Forsoekt)
    {
        private static readonly TimeSpan Levetid = TimeSpan.FromHours(24);
        private static readonly TimeSpan HoeyesteAlder = TimeSpan.FromHours(48);
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

        /// <summary>To be read anew before it is believed.</summary>
        public bool ErGammelt(DateTimeOffset naa) => naa - Hentet > Levetid;

        /// <summary>Not believed, even if it cannot be read anew: a key withdrawn by its issuer must not live on here.</summary>
        public bool ErForGammelt(DateTimeOffset naa) => naa - Hentet > HoeyesteAlder;

        public bool KanHentes(DateTimeOffset naa) => naa - Forsoekt > Pause;
    }
}

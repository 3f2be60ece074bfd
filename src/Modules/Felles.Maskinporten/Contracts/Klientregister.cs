using Felles.Kernel.Feil;
using Felles.Maskinporten.Klienter;
using Microsoft.IdentityModel.Tokens;

namespace Felles.Maskinporten.Contracts;

/// <summary>
/// The clients of this instance's environment. Questions are answered from memory; changes are durable before they are answered.
/// </summary>
public sealed class Klientregister
{
    private readonly Klientminne minne;
    private readonly Klientlager lager;

    internal Klientregister(Klientminne minne, Klientlager lager) => (this.minne, this.lager) = (minne, lager);

    /// <summary>The client, active or not; null when this environment has none with the id.</summary>
    public Klient? Finn(string clientId) => minne.Finn(clientId);

    public Task<Klientsvar> RegistrerAsync(NyKlient ny, CancellationToken ct = default)
    {
        var funn = Klientkontroll.Proev(ny);
        return funn.Count > 0 ? Ugyldig(funn) : lager.RegistrerAsync(ny, ct);
    }

    /// <summary>Replaces the whole set of keys. A key that stands there already is renewed for a year.</summary>
    public Task<Klientsvar> SettNoeklerAsync(string clientId, IReadOnlyList<JsonWebKey> noekler, CancellationToken ct = default)
    {
        var funn = Noekkelkontroll.Proev(noekler);
        return funn.Count > 0 ? Ugyldig(funn) : lager.EndreAsync(clientId, static rad => rad, noekler, ct);
    }

    /// <summary>Replaces the scopes the client may ask for.</summary>
    public Task<Klientsvar> SettScopesAsync(string clientId, IReadOnlyList<string> scopes, CancellationToken ct = default)
    {
        var funn = Klientkontroll.ProevScopes(scopes);
        return funn.Count > 0 ? Ugyldig(funn) : lager.EndreAsync(clientId, rad => rad with { Scopes = string.Join(' ', scopes) }, null, ct);
    }

    /// <summary>An inactive client gets no tokens; those it has run out by themselves.</summary>
    public Task<Klientsvar> SettAktivAsync(string clientId, bool aktiv, CancellationToken ct = default) =>
        lager.EndreAsync(clientId, rad => rad with { Aktiv = aktiv ? 1 : 0 }, null, ct);

    private static Task<Klientsvar> Ugyldig(IReadOnlyList<Funn> funn) => Task.FromResult<Klientsvar>(new Klientsvar.Ugyldig(funn));
}

using Felles.Maskinporten.Noekler;
using Felles.Tilgang.Contracts;

namespace Felles.Maskinporten.Contracts;

/// <summary>The keys of the token server, shared by all hosts.</summary>
public sealed class Signeringsnoekler
{
    private readonly Noekkelring ring;
    private readonly Signeringsendring endring;

    internal Signeringsnoekler(Noekkelring ring, Signeringsendring endring) => (this.ring, this.endring) = (ring, endring);

    /// <summary>Id of the key that signs.</summary>
    public string Gjeldende => ring.Gjeldende.Kid;

    /// <summary>Ids of all published keys: the one that signs, the next one, and retired ones whose tokens may be alive.</summary>
    public IReadOnlyList<string> Publiserte => [.. ring.Publiserte.Select(n => n.Kid)];

    /// <summary>
    /// Lets the next key sign and makes a new next one. The old key stays published for the longest life of a token and a day more,
    /// so no live token is refused; its private part is destroyed at once.
    /// </summary>
    /// <param name="straks">
    /// True also when the next key has not been published for a day yet. Readers that keep their key set must then fetch it anew.
    /// </param>
    /// <param name="aktoer">Who and why.</param>
    /// <param name="erstatter">The key that is to be replaced; null for whichever signs. Named, a repeated call rotates once.</param>
    /// <param name="ct">Ends the wait, not a rotation that has begun.</param>
    public Task<Roteringssvar> RoterAsync(bool straks, Aktoer aktoer, string? erstatter = null, CancellationToken ct = default) =>
        endring.RoterAsync(straks, aktoer, erstatter, ct);

    /// <summary>
    /// Withdraws a key that may be known to others: from now on no host of this installation publishes it or believes it, whoever signed
    /// with it and when. This host knows at once, the others within a second. In place of the key that signs comes the next one.
    /// </summary>
    /// <param name="kid">Any published key.</param>
    /// <param name="aktoer">Who and why.</param>
    /// <param name="ct">Ends the wait, not a withdrawal that has begun.</param>
    public Task<Trekkingssvar> TrekkAsync(string kid, Aktoer aktoer, CancellationToken ct = default) => endring.TrekkAsync(kid, aktoer, ct);
}

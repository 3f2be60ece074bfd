using Felles.Maskinporten.Noekler;

namespace Felles.Maskinporten.Contracts;

/// <summary>The keys of the token server, shared by all hosts.</summary>
public sealed class Signeringsnoekler
{
    private readonly Noekkelring ring;
    private readonly Signeringslager lager;

    internal Signeringsnoekler(Noekkelring ring, Signeringslager lager) => (this.ring, this.lager) = (ring, lager);

    /// <summary>Id of the key that signs.</summary>
    public string Gjeldende => ring.Gjeldende.Kid;

    /// <summary>Ids of all published keys: the one that signs, the next one, and retired ones whose tokens may be alive.</summary>
    public IReadOnlyList<string> Publiserte => [.. ring.Publiserte.Select(n => n.Kid)];

    /// <summary>
    /// Lets the next key sign and makes a new next one. The old key stays published for the longest life of a token and a day more,
    /// so no live token is refused; its private part is destroyed at once.
    /// </summary>
    /// <param name="straks">
    /// True also when the next key has not been published for a day yet: for a key that may be known to others. Readers that keep their
    /// key set must then fetch it anew.
    /// </param>
    /// <param name="ct">Ends the wait, not a rotation that has begun.</param>
    public Task<Roteringssvar> RoterAsync(bool straks, CancellationToken ct = default) => lager.RoterAsync(straks, ct);
}

using System.Collections.Frozen;

namespace Felles.Tilgang.Tilgangsminne;

/// <summary>Everything one organisation may use, at one version of its rights. Never changed; a new version takes its place.</summary>
/// <param name="Versjon">Counted up by every change of the organisation's rights, inside the transaction of the change.</param>
/// <param name="Pakker">One bit for each open package, at the package's index.</param>
/// <param name="Scopes">The granted scopes.</param>
internal sealed record Virksomhetstilgang(long Versjon, ulong Pakker, FrozenSet<string> Scopes)
{
    public static readonly Virksomhetstilgang Ingen = new(0, 0, FrozenSet<string>.Empty);

    /// <summary>What the organisation has delegated to suppliers.</summary>
    public Delegeringssett Delegeringer { get; init; } = Delegeringssett.Tomt;
}

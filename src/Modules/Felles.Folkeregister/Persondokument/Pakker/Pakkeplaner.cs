using System.Collections.Frozen;

namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>Makes plans. The rules of each package are compiled once; a plan only adds what the call asks for.</summary>
internal sealed class Pakkeplaner
{
    private readonly FrozenDictionary<string, (Elementregel[] Regler, Pakkedeler Deler)> pakker;

    /// <param name="valg">The switches of <c>Felles:Folkeregister:Pakkevalg</c>.</param>
    /// <exception cref="ArgumentException">A switch is unknown.</exception>
    public Pakkeplaner(IEnumerable<string> valg)
    {
        var matrise = new Pakkematrise(valg);
        pakker = matrise.Pakker.ToFrozenDictionary(
            pakke => pakke, pakke => (matrise.Regler(pakke), new Pakkedeler(pakke, matrise.Regler(pakke))));
    }

    /// <param name="pakke">The package's code: OMH, OUH, PUH, FIN, EID, PRIV, PRIVU, PRE or PREU.</param>
    /// <param name="deler">The values of the query parameter <c>part</c>; none means <c>person-basis</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such package; its code comes from the route, never from the caller.</exception>
    public Plansvar For(string pakke, IReadOnlyList<string?> deler)
    {
        var (regler, navn) = pakker[pakke];
        return navn.TryLes(deler, out var elementer, out var historikk, out var ugyldig)
            ? Plansvar.Ja(new(regler, elementer, historikk))
            : Plansvar.Nei(ugyldig);
    }

    /// <summary>What the package may see, one rule an element.</summary>
    /// <exception cref="KeyNotFoundException">There is no such package code.</exception>
    public IReadOnlyList<Elementregel> Regler(string pakke) => pakker[pakke].Regler;
}

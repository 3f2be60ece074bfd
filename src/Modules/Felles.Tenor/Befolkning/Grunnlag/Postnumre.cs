using Felles.Kernel.Datafiler;

namespace Felles.Tenor.Befolkning.Grunnlag;

internal readonly record struct Postnummer(string Nummer, string Sted, string Kommunenummer);

internal sealed class Postnumre
{
    private readonly Dictionary<string, Postnummer> alle;
    private readonly ILookup<string, Postnummer> iKommune;

    public Postnumre()
    {
        alle = Datatabell.Read(typeof(Postnumre).Assembly, "postnummer.csv").Rader
            .Select(rad => new Postnummer(rad["postnummer"], rad["poststed"], rad["kommunenummer"]))
            .ToDictionary(post => post.Nummer);
        iKommune = alle.Values.OrderBy(post => post.Nummer, StringComparer.Ordinal).ToLookup(post => post.Kommunenummer);
    }

    /// <summary>In numerical order; empty for an unknown municipality.</summary>
    public Postnummer[] I(string kommunenummer) => [.. iKommune[kommunenummer]];

    public Postnummer? Finn(string nummer) => alle.TryGetValue(nummer, out var post) ? post : null;
}

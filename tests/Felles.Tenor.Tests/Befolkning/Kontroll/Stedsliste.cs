using System.Globalization;
using Felles.Kernel.Datafiler;
using Felles.Tenor.Contracts;

namespace Felles.Tenor.Tests.Befolkning.Kontroll;

/// <summary>Municipalities and postal codes as the published lists have them.</summary>
internal sealed class Stedsliste
{
    private static readonly DateOnly Standard = new(1988, 1, 1);
    private readonly HashSet<string> kommuner;
    private readonly ILookup<string, (DateOnly Fra, DateOnly Til)> historiske;
    private readonly Dictionary<string, (string Sted, string Kommune)> postnumre;

    public Stedsliste()
    {
        kommuner = [.. Rader("kommuner.csv").Select(rad => rad["kommunenummer"]), "2100"];
        historiske = Rader("kommuner-historiske.csv")
            .ToLookup(rad => rad["kommunenummer"], rad => (Dato(rad["gyldig_fra"]), Dato(rad["gyldig_til"])));
        postnumre = Rader("postnummer.csv").ToDictionary(rad => rad["postnummer"], rad => (rad["poststed"], rad["kommunenummer"]));
    }

    /// <summary>In force on a day; null is now.</summary>
    public bool Kommune(string nummer, DateOnly? dag) => dag is { } da && da < Standard
        ? historiske[nummer].Any(periode => periode.Fra <= da && da <= periode.Til)
        : kommuner.Contains(nummer);

    public bool Postnummer(string nummer, string sted) => postnumre.TryGetValue(nummer, out var post) && post.Sted == sted;

    public bool Hoerer(string postnummer, string kommune) => postnumre[postnummer].Kommune == kommune;

    private static IEnumerable<Datatabell.Rad> Rader(string fil) => Datatabell.Read(typeof(Befolkningsvalg).Assembly, fil).Rader;

    private static DateOnly Dato(string dato) => DateOnly.ParseExact(dato, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

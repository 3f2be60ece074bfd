using System.Collections.Frozen;
using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Folkeregister.Persondokument.Skjema;
using Felles.Kernel.Datafiler;

namespace Felles.Folkeregister.Persondokument.Pakker;

/// <summary>
/// The matrix of elements and packages (<c>pakkematrise.csv</c>) with the switches that are on, resolved to one rule for each element and
/// package.
/// </summary>
internal sealed class Pakkematrise
{
    private const string AlleElementer = "*";

    private static readonly (string Pakke, Datatabell.Rad Rad)[] Tabell =
        [.. Datatabell.Read(typeof(Pakkematrise).Assembly, "folkeregister/pakkematrise.csv").Rader
            .SelectMany(rad => rad.Liste("pakke").Select(pakke => (pakke, rad)))];

    private readonly FrozenDictionary<string, Elementregel[]> regler;

    /// <param name="valg">Names of switches, each for all packages that have it (<c>foedselINorge</c>) or for one
    /// (<c>foedselINorge@FIN</c>).</param>
    /// <exception cref="ArgumentException">A name is no switch; the message tells which there are.</exception>
    public Pakkematrise(IEnumerable<string> valg)
    {
        var paa = valg.ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (paa.Except(Valgnavn, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } ukjent)
            throw new ArgumentException(
                $"Felles:Folkeregister:Pakkevalg names {ukjent}; the switches are {string.Join(", ", Valgnavn)}.", nameof(valg));
        var rader = Tabell
            .Where(celle => celle.Rad["valg"] is var navn && (navn is "" || paa.Contains(navn) || paa.Contains($"{navn}@{celle.Pakke}")))
            .GroupBy(celle => (celle.Pakke, Element: celle.Rad["element"], Felt: celle.Rad["felt"]), celle => celle.Rad)
            .ToDictionary(celle => celle.Key, celle => celle.OrderBy(rad => rad["valg"] is "" ? 0 : 1).Last());
        regler = rader.Keys.Select(celle => celle.Pakke).Distinct().ToFrozenDictionary(
            pakke => pakke,
            pakke => Enum.GetValues<Personelement>().Select(element => Regel(pakke, element, rader)).ToArray());
    }

    /// <summary>Every name that <c>Felles:Folkeregister:Pakkevalg</c> understands.</summary>
    public static IReadOnlyList<string> Valgnavn { get; } =
        [.. Tabell.Where(celle => celle.Rad["valg"] is not "")
            .SelectMany(celle => new[] { celle.Rad["valg"], $"{celle.Rad["valg"]}@{celle.Pakke}" }).Distinct().Order()];

    public IEnumerable<string> Pakker => regler.Keys;

    /// <summary>The rules of a package, one an element.</summary>
    /// <exception cref="KeyNotFoundException">There is no such package code.</exception>
    public Elementregel[] Regler(string pakke) => regler[pakke];

    /// <summary>
    /// Whether some package, under some setting, gets the element's entries without this member; <paramref name="sti"/> goes below objects
    /// with a point.
    /// </summary>
    public static bool KanUtelates(string element, string sti) => Array.Exists(Tabell, celle =>
        (celle.Rad["felt"] == sti && (celle.Rad["element"] == element || celle.Rad["element"] == AlleElementer)
            && celle.Rad["verdi"].StartsWith("utelat", StringComparison.Ordinal))
        || (celle.Rad["element"] == element && celle.Rad.Liste("felter") is { Length: > 0 } bare && !sti.Contains('.') && !bare.Contains(sti)));

    private static Elementregel Regel(
        string pakke, Personelement element, Dictionary<(string Pakke, string Element, string Felt), Datatabell.Rad> rader)
    {
        var skjemafelt = Personskjema.Felt(element);
        var rad = rader[(pakke, skjemafelt.Navn, "")];
        var felter = rader
            .Where(celle => celle.Key.Pakke == pakke && celle.Key.Felt is not ""
                && (celle.Key.Element == skjemafelt.Navn || celle.Key.Element == AlleElementer))
            .ToDictionary(celle => celle.Key.Felt, celle => celle.Value["verdi"]);
        return new(skjemafelt, element)
        {
            Levering = Enum.Parse<Levering>(rad["naar"], ignoreCase: true),
            Historikk = rad.Ja("historikk"),
            Graderinger = Graderinger(rad.Liste("gradering")),
            Snitt = Feltsnitt.Varianter(skjemafelt.Type!, rad.Liste("felter"), felter),
        };
    }

    private static int? Graderinger(string[] ord) =>
        ord.Length == 0 ? null
            : ord.Aggregate(0, (maske, navn) => maske | (1 << (int)Enum.Parse<Adressegradering>(navn, ignoreCase: true)));
}

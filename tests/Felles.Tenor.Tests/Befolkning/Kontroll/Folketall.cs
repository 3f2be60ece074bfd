using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Felles.Tenor.Befolkning;
using Felles.Tenor.Contracts;

namespace Felles.Tenor.Tests.Befolkning.Kontroll;

/// <summary>A small population as text, to be doctored: big enough to hold one of each kind.</summary>
public sealed class Folketall
{
    private readonly string[] linjer;

    public Folketall()
    {
        linjer =
        [
            .. Folkemengde.Planlegg(new Befolkningsvalg(1400, "kontroll"), 2).Personer()
                .Select(dokument => Encoding.UTF8.GetString(dokument.Span)),
        ];
    }

    public int Antall => linjer.Length;

    /// <summary>Contradictions after the first fitting person (and any other person at hand) was changed.</summary>
    /// <param name="velg">Who is changed.</param>
    /// <param name="endre">
    /// What is done; the second argument finds another person's document by number, and keeps a change of it too.
    /// </param>
    public IReadOnlyList<Motsigelse> Med(Func<JsonElement, bool> velg, Action<JsonObject, Func<string, JsonObject>> endre)
    {
        var endret = new Dictionary<int, JsonObject>();
        var plass = Array.FindIndex(linjer, linje =>
        {
            using var json = JsonDocument.Parse(linje);
            return velg(json.RootElement);
        });
        Assert.True(plass >= 0, "The population has nobody of that kind.");

        // A number that stands in the first element is the person's own.
        endre(Aapne(plass), nummer => Aapne(Array.FindIndex(linjer, linje =>
            linje.IndexOf(nummer, StringComparison.Ordinal) is >= 0 and var sted && sted < linje.IndexOf(']', StringComparison.Ordinal))));
        return Kontroller(linjer.Select((linje, i) => endret.TryGetValue(i, out var ny) ? ny.ToJsonString() : linje));

        JsonObject Aapne(int i)
        {
            if (!endret.TryGetValue(i, out var objekt))
                endret[i] = objekt = JsonNode.Parse(linjer[i])!.AsObject();
            return objekt;
        }
    }

    public IReadOnlyList<Motsigelse> Uendret() => Kontroller(linjer);

    public IReadOnlyList<Motsigelse> MedEnTilAv(Func<JsonElement, bool> velg) => Kontroller(linjer.Append(linjer.First(linje =>
    {
        using var json = JsonDocument.Parse(linje);
        return velg(json.RootElement);
    })));

    private static IReadOnlyList<Motsigelse> Kontroller(IEnumerable<string> dokumenter)
    {
        var kontroll = new Befolkningskontroll(Befolkningsvalg.Standarddato);
        foreach (var dokument in dokumenter)
            kontroll.Les(Encoding.UTF8.GetBytes(dokument));
        return kontroll.Ferdig();
    }
}

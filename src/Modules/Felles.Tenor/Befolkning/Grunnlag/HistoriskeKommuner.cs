using Felles.Kernel.Datafiler;

namespace Felles.Tenor.Befolkning.Grunnlag;

/// <summary>
/// Municipality numbers before 1988. An entry of that time names the municipality of its own time: the one with the same name in the same
/// part of the country when it existed, else a neighbour in the same old county.
/// </summary>
internal sealed class HistoriskeKommuner
{
    // New county -> the two first digits of the old counties it was made of.
    private static readonly Dictionary<string, string[]> GamleFylker = new(StringComparer.Ordinal)
    {
        ["03"] = ["03"], ["11"] = ["11"], ["15"] = ["15"], ["18"] = ["18"], ["31"] = ["01"], ["32"] = ["02"],
        ["33"] = ["06"], ["34"] = ["04", "05"], ["39"] = ["07"], ["40"] = ["08"], ["42"] = ["09", "10"], ["46"] = ["12", "13", "14"],
        ["50"] = ["16", "17"], ["55"] = ["19"], ["56"] = ["20"],
    };

    private readonly Periode[][] perKommune;

    public HistoriskeKommuner(Kommuner kommuner)
    {
        var alle = Datatabell.Read(typeof(HistoriskeKommuner).Assembly, "kommuner-historiske.csv").Rader
            .Select(rad => new Periode(rad["kommunenummer"], rad["navn"], Tall(rad["gyldig_fra"]), Tall(rad["gyldig_til"])))
            .ToArray();
        Perioder = alle;
        perKommune = new Periode[kommuner.Alle.Length][];
        for (var i = 0; i < perKommune.Length; i++)
        {
            var kommune = kommuner[i];
            var iFylket = alle.Where(p => GamleFylker[kommune.Fylkesnummer].Contains(p.Nummer[..2])).ToArray();
            var samme = iFylket.Where(p => p.Navn == kommune.Navn).ToArray();
            perKommune[i] = [.. samme, .. Rotert(iFylket.Except(samme).ToArray(), i)];
        }
    }

    public IReadOnlyList<Periode> Perioder { get; }

    /// <summary>The number in force on a day before 1988; a current number from then on.</summary>
    public string Nummer(Kommuner kommuner, int kommune, int dag)
    {
        if (dag >= Dag.Kommunestandard)
            return kommuner[kommune].Nummer;
        foreach (var periode in perKommune[kommune])
        {
            if (periode.Fra <= dag && dag <= periode.Til)
                return periode.Nummer;
        }

        throw new InvalidDataException(
            $"kommuner-historiske.csv has no municipality for {kommuner[kommune].Navn} on {DateOnly.FromDayNumber(dag):yyyy-MM-dd}.");
    }

    private static int Tall(string dato) => DateOnly.ParseExact(dato, "yyyy-MM-dd").DayNumber;

    // Municipalities without a namesake begin at different neighbours, so that not all of a county falls on its first one.
    private static Periode[] Rotert(Periode[] perioder, int start) => perioder.Length == 0
        ? perioder
        : [.. perioder.Skip(start % perioder.Length), .. perioder.Take(start % perioder.Length)];

    internal readonly record struct Periode(string Nummer, string Navn, int Fra, int Til);
}

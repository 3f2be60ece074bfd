using Felles.Kernel.Datafiler;

namespace Felles.Tenor.Befolkning.Grunnlag;

/// <summary>
/// Norway's age pyramid as one cumulative line through (age group, gender), so that evenly spaced draws give the pyramid itself.
/// </summary>
internal sealed class Aldersfordeling
{
    private readonly List<Celle> celler = [];

    public Aldersfordeling()
    {
        var rader = Datatabell.Read(typeof(Aldersfordeling).Assembly, "aldersfordeling.csv").Rader.ToArray();
        double sum = rader.Sum(rad => int.Parse(rad["kvinner"]) + int.Parse(rad["menn"]));
        double hittil = 0;
        foreach (var rad in rader)
        {
            foreach (var kvinne in (ReadOnlySpan<bool>)[true, false])
            {
                var andel = int.Parse(rad[kvinne ? "kvinner" : "menn"]) / sum;
                celler.Add(new(int.Parse(rad["fra_alder"]), int.Parse(rad["til_alder"]) + 1, kvinne, hittil, hittil + andel));
                hittil += andel;
            }
        }
    }

    public IReadOnlyList<Celle> Celler => celler;

    /// <summary>Age in years and gender at a place 0 ≤ <paramref name="andel"/> &lt; 1 on the line.</summary>
    public (double Alder, bool Kvinne) Ved(double andel)
    {
        foreach (var celle in celler)
        {
            if (andel >= celle.Slutt)
                continue;
            var broek = Math.Max(0, (andel - celle.Start) / (celle.Slutt - celle.Start));

            // The last, open group thins out quickly.
            if (celle.Fra >= 100)
                broek *= broek * broek;
            return (celle.Fra + (broek * (celle.Til - celle.Fra)), celle.Kvinne);
        }

        return (celler[^1].Fra, celler[^1].Kvinne);
    }

    internal readonly record struct Celle(int Fra, int Til, bool Kvinne, double Start, double Slutt);
}

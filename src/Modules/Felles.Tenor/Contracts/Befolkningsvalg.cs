namespace Felles.Tenor.Contracts;

/// <summary>What decides a population: the same values give the same documents, byte for byte, on any machine and any day.</summary>
/// <param name="Antall">Person documents in all: residents, dead, emigrated, D-numbers and the rest.</param>
/// <param name="Froe">Any text.</param>
/// <param name="Referansedato">The day on which the population is seen. Ages are counted from it and nothing has happened later.</param>
public sealed record Befolkningsvalg(int Antall, string Froe, DateOnly Referansedato)
{
    /// <summary>
    /// Follows the municipality figures in <c>data/kommuner.csv</c>; fixed, so that the same seed gives the same persons next year too.
    /// </summary>
    public static readonly DateOnly Standarddato = new(2026, 1, 1);

    public const int Standardantall = 10_000;

    public const string Standardfroe = "Felles";

    public Befolkningsvalg(int antall, string froe)
        : this(antall, froe, Standarddato)
    {
    }
}

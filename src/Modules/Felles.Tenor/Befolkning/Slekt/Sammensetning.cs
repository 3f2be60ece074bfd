namespace Felles.Tenor.Befolkning.Slekt;

/// <summary>
/// What share of the documents each kind has; residents are the rest. A test register has more of the rare kinds than Norway has.
/// </summary>
internal static class Sammensetning
{
    public static readonly (Personslag Slag, double Andel)[] Andeler =
    [
        (Personslag.Doed, 0.065),
        (Personslag.Utflyttet, 0.028),
        (Personslag.Midlertidig, 0.016),
        (Personslag.Inaktiv, 0.012),
        (Personslag.Forsvunnet, 0.0006),
        (Personslag.Foedselsregistrert, 0.0008),
        (Personslag.IkkeBosatt, 0.0008),
        (Personslag.Opphoert, 0.0010),
    ];

    /// <summary>Share of adult residents who moved here.</summary>
    public static double Innvandret(double alder) => alder switch
    {
        < 18 => 0,
        < 25 => 0.10,
        < 45 => 0.28,
        < 60 => 0.21,
        < 70 => 0.12,
        _ => 0.06,
    };

    /// <summary>Share who have lived as a couple by an age.</summary>
    public static double HarHattSamliv(double alder) => alder switch
    {
        < 20 => 0.04,
        < 25 => 0.26,
        < 30 => 0.56,
        < 35 => 0.74,
        < 45 => 0.83,
        < 65 => 0.87,
        < 80 => 0.93,
        _ => 0.95,
    };

    /// <summary>Share of couples who marry, by the year they moved together.</summary>
    public static double Gifter(int aar) => aar switch
    {
        < 1975 => 0.97,
        < 1990 => 0.85,
        < 2000 => 0.72,
        < 2010 => 0.62,
        < 2018 => 0.48,
        _ => 0.30,
    };

    /// <summary>Moves a year.</summary>
    public static double Flyttefrekvens(double alder) => alder switch
    {
        < 30 => 0.09,
        < 45 => 0.05,
        < 67 => 0.02,
        _ => 0.01,
    };
}

namespace Felles.Kernel.Identifikatorer;

/// <summary>
/// Which individnummer belong to which birth years until 2032 ("Nytt fødselsnummer fra 2032", Skatteetaten; for D-numbers the extension of
/// the series of 16 November 2021). Both ends are included.
/// </summary>
public readonly record struct Individnummerserie(int FraAar, int TilAar, int Fra, int Til)
{
    private static readonly Individnummerserie[] Foedselsnummer =
    [
        new(1854, 1899, 500, 749),
        new(1900, 1999, 0, 499),
        new(1940, 1999, 900, 999),
        new(2000, 2039, 500, 999),
    ];

    private static readonly Individnummerserie[] DNummer =
    [
        new(1858, 1899, 500, 599),
        new(1900, 1939, 0, 199),
        new(1940, 1999, 0, 499),
        new(1940, 1999, 600, 999),
        new(2000, 2039, 200, 999),
    ];

    /// <summary>Every series of a kind of number, oldest birth years first.</summary>
    public static ReadOnlySpan<Individnummerserie> For(Identifikatortype type) =>
        type == Identifikatortype.DNummer ? DNummer : Foedselsnummer;

    public bool Har(int aar) => aar >= FraAar && aar <= TilAar;

    /// <summary>
    /// The birth year of a fødselsnummer, or null where no series held that combination before 2032. The series do not overlap for one
    /// two-digit year, so at most one fits. There is no such function for D-numbers: their series were extended after 2021 and overlap the
    /// older ones, so their digits do not tell a century.
    /// </summary>
    internal static int? Foedselsaar(int toSifretAar, int individnummer)
    {
        foreach (var serie in Foedselsnummer)
        {
            if (individnummer < serie.Fra || individnummer > serie.Til)
                continue;
            var aar = (serie.FraAar / 100 * 100) + toSifretAar;
            if (serie.Har(aar))
                return aar;
        }

        return null;
    }
}

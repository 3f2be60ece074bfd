namespace Felles.Tenor.Befolkning.Grunnlag;

/// <summary>
/// Dates inside the generator are day numbers (<see cref="DateOnly.DayNumber"/>): four bytes, compared and added without calls. 0 means
/// "not".
/// </summary>
internal static class Dag
{
    public const double PerAar = 365.2425;

    /// <summary>The first birth date of the population.</summary>
    public static readonly int Foerste = Av(1900, 1, 1);

    /// <summary>Folkeregisteret's own numbering of municipalities begins here; older entries carry the number of their time.</summary>
    public static readonly int Kommunestandard = Av(1988, 1, 1);

    /// <summary>Partnerskapsloven (1993) in force.</summary>
    public static readonly int Partnerskap = Av(1993, 8, 1);

    /// <summary>Ekteskapsloven for all, and medmor in barneloven § 4 a.</summary>
    public static readonly int FellesEkteskapslov = Av(2009, 1, 1);

    /// <summary>Statsborgerloven allows two citizenships.</summary>
    public static readonly int DobbeltStatsborgerskap = Av(2020, 1, 1);

    /// <summary>
    /// D-numbers allotted from now on become inactive after five years; the older ones did so on <see cref="DNummerInaktivering"/>.
    /// </summary>
    public static readonly int DNummerFemAar = Av(2017, 1, 16);

    public static readonly int DNummerInaktivering = Av(2022, 1, 16);

    /// <summary>How many days after the reference date what has a term still holds: the clock goes on, the population does not.</summary>
    public static readonly int Holder = Aar(2);

    public static int Av(int aar, int maaned, int dag) => new DateOnly(aar, maaned, dag).DayNumber;

    public static int Aar(double antall) => (int)(antall * PerAar);

    /// <summary>The day a person turns <paramref name="alder"/>; one born on 29 February has it on 28 February in other years.</summary>
    public static int Fyller(int foedt, int alder) => DateOnly.FromDayNumber(foedt).AddYears(alder).DayNumber;

    public static double Alder(int foedt, int dag) => (dag - foedt) / PerAar;
}

namespace Felles.Kernel.Tid;

/// <summary>
/// Summer time in Norway before 1980, from the IANA time zone database, file <c>europe</c>, rule set Norway and C-Eur (public domain). It
/// stands here because newer builds of that database let Europe/Oslo follow Berlin before 1970, and a population made from one seed must be
/// the same on every machine. Before 1895 every town kept its own time; the register writes +01:00.
/// </summary>
internal static class Norgeshistorie
{
    /// <summary>From here on the rules of the system's database hold.</summary>
    internal static readonly DateTime Slutt = Utc(1980, 1, 1, 0);

    private static readonly (DateTime Fra, DateTime Til)[] Sommertid =
    [
        (Utc(1916, 5, 22, 0), Utc(1916, 9, 29, 22)),
        (Utc(1940, 8, 10, 22), Utc(1942, 11, 2, 1)),
        (Utc(1943, 3, 29, 1), Utc(1943, 10, 4, 1)),
        (Utc(1944, 4, 3, 1), Utc(1944, 10, 2, 1)),
        (Utc(1945, 4, 2, 1), Utc(1945, 10, 1, 1)),
        (Utc(1959, 3, 15, 1), Utc(1959, 9, 20, 1)),
        (Utc(1960, 3, 20, 1), Utc(1960, 9, 18, 1)),
        (Utc(1961, 3, 19, 1), Utc(1961, 9, 17, 1)),
        (Utc(1962, 3, 18, 1), Utc(1962, 9, 16, 1)),
        (Utc(1963, 3, 17, 1), Utc(1963, 9, 15, 1)),
        (Utc(1964, 3, 15, 1), Utc(1964, 9, 20, 1)),
        (Utc(1965, 4, 25, 1), Utc(1965, 9, 19, 1)),
    ];

    internal static TimeSpan Forskyvning(DateTime utc)
    {
        foreach (var (fra, til) in Sommertid)
        {
            if (utc >= fra && utc < til)
                return TimeSpan.FromHours(2);
        }

        return TimeSpan.FromHours(1);
    }

    private static DateTime Utc(int aar, int maaned, int dag, int time) => new(aar, maaned, dag, time, 0, 0, DateTimeKind.Utc);
}

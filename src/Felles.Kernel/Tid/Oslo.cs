namespace Felles.Kernel.Tid;

/// <summary>Norwegian time. Offsets in the registers are those of Europe/Oslo: +01:00, and +02:00 in summer.</summary>
public static class Oslo
{
    /// <summary>From the system's time zone database, or the rule in force when the machine has none. Holds from 1980;
    /// use <see cref="TilOslo"/> for any instant.</summary>
    public static TimeZoneInfo Sone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Oslo", out var sone) ? sone : Sommertidsregel.Lag();

    /// <summary>The same instant with Norway's offset at that instant.</summary>
    public static DateTimeOffset TilOslo(DateTimeOffset tid)
    {
        var forskyvning = Forskyvning(tid.UtcDateTime);

        // The first and the last hours of the calendar cannot be moved; no register has a fact there.
        var lokal = tid.UtcTicks + forskyvning.Ticks;
        return lokal > DateTime.MaxValue.Ticks ? tid.ToUniversalTime() : tid.ToOffset(forskyvning);
    }

    /// <summary>The instant at which a day begins in Norway.</summary>
    public static DateTimeOffset Midnatt(DateOnly dag)
    {
        // No change of the clocks has ever skipped or repeated 00:00 here, so each day begins once: an hour earlier when summer time holds
        // by then.
        var vinter = new DateTimeOffset(dag.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(1));
        if (vinter.UtcDateTime.Year < 2)
            return vinter;
        var tidligere = vinter.AddHours(-1);
        return Forskyvning(tidligere.UtcDateTime) == TimeSpan.FromHours(2) ? tidligere.ToOffset(TimeSpan.FromHours(2)) : vinter;
    }

    /// <summary>The date in Norway at an instant.</summary>
    public static DateOnly Dato(DateTimeOffset tid) => DateOnly.FromDateTime(TilOslo(tid).DateTime);

    private static TimeSpan Forskyvning(DateTime utc) =>
        utc < Norgeshistorie.Slutt ? Norgeshistorie.Forskyvning(utc) : Sone.GetUtcOffset(utc);
}

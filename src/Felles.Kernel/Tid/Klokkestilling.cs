namespace Felles.Kernel.Tid;

/// <summary>How the register's clock stands to the system's: ahead or behind by an offset, or frozen at an instant. Kept in the database
/// and followed by every host.</summary>
public sealed record Klokkestilling
{
    private Klokkestilling(TimeSpan forskyvning, DateTimeOffset? frosset)
    {
        Forskyvning = forskyvning;
        Frosset = frosset;
    }

    /// <summary>As the system clock; always so in production.</summary>
    public static Klokkestilling System { get; } = new(TimeSpan.Zero, null);

    public TimeSpan Forskyvning { get; }

    /// <summary>The instant at which the clock stands still, or null when it runs.</summary>
    public DateTimeOffset? Frosset { get; }

    public static Klokkestilling Forskjoevet(TimeSpan forskyvning) => new(forskyvning, null);

    public static Klokkestilling FrossetPaa(DateTimeOffset tid) => new(TimeSpan.Zero, tid);

    internal DateTimeOffset Naa(DateTimeOffset system)
    {
        if (Frosset is { } frosset)
            return frosset;

        // An offset that leads out of the calendar stops at its edge: a clock must always answer.
        var ticks = (Int128)system.UtcTicks + Forskyvning.Ticks;
        return new((long)Int128.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }
}

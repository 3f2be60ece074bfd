namespace Felles.Storage.Oppslagslogg.Format;

/// <summary>
/// Stored instants are microseconds since 1970 in UTC: the same integer in both databases, ordered and without a time zone.
/// </summary>
internal static class LogTime
{
    public static long ToMicroseconds(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long value) =>
        new(DateTime.UnixEpoch.Ticks + (value * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Year and month as one readable number, e.g. 202611. It names the partition.</summary>
    public static int Month(DateTimeOffset time) => (time.UtcDateTime.Year * 100) + time.UtcDateTime.Month;

    public static int NextMonth(int month) => month % 100 == 12 ? month + 89 : month + 1;
}

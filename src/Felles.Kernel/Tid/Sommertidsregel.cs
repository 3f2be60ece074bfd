namespace Felles.Kernel.Tid;

/// <summary>
/// Norway's zone for a machine without a time zone database: summer time since 1980 by forskrift om sommertid (EU directive 2000/84/EC and
/// its forerunners).
/// </summary>
internal static class Sommertidsregel
{
    internal static TimeZoneInfo Lag()
    {
        var foersteSoendag = TimeZoneInfo.TransitionTime.CreateFixedDateRule(Klokken(2), month: 4, day: 6);
        var sisteIMars = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(Klokken(2), month: 3, week: 5, DayOfWeek.Sunday);
        var sisteISeptember = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(Klokken(3), month: 9, week: 5, DayOfWeek.Sunday);
        var sisteIOktober = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(Klokken(3), month: 10, week: 5, DayOfWeek.Sunday);
        return TimeZoneInfo.CreateCustomTimeZone("Europe/Oslo", TimeSpan.FromHours(1), "Europe/Oslo", "CET", "CEST",
        [
            Regel(new(1980, 1, 1), new(1980, 12, 31), foersteSoendag, sisteISeptember),
            Regel(new(1981, 1, 1), new(1995, 12, 31), sisteIMars, sisteISeptember),
            Regel(new(1996, 1, 1), new(9999, 12, 31), sisteIMars, sisteIOktober),
        ]);
    }

    private static TimeZoneInfo.AdjustmentRule Regel(
        DateOnly fra, DateOnly til, TimeZoneInfo.TransitionTime start, TimeZoneInfo.TransitionTime slutt) =>
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            fra.ToDateTime(default), til.ToDateTime(default), daylightDelta: TimeSpan.FromHours(1), start, slutt);

    private static DateTime Klokken(int time) => new(1, 1, 1, time, 0, 0);
}

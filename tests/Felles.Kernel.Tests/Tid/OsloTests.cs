using Felles.Kernel.Tid;

namespace Felles.Kernel.Tests.Tid;

public sealed class OsloTests
{
    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00")]
    [InlineData("1995-09-24T01:00:00Z", "1995-09-24T02:00:00+01:00")]
    [InlineData("1980-04-06T01:00:00Z", "1980-04-06T03:00:00+02:00")]
    [InlineData("1970-07-01T12:00:00Z", "1970-07-01T13:00:00+01:00")]
    [InlineData("1964-07-01T12:00:00Z", "1964-07-01T14:00:00+02:00")]
    [InlineData("1941-12-24T12:00:00Z", "1941-12-24T14:00:00+02:00")]
    [InlineData("1946-07-01T12:00:00Z", "1946-07-01T13:00:00+01:00")]
    [InlineData("1879-07-01T12:00:00Z", "1879-07-01T13:00:00+01:00")]
    public void An_instant_gets_Norways_offset(string utc, string oslo)
    {
        Assert.True(Tidspunkt.TryParse(utc, out var inn));
        Assert.Equal(oslo, Tidspunkt.Ny(inn.Instant).Tekst);
    }

    [Theory]
    [InlineData("2026-01-15", "2026-01-15T00:00:00+01:00")]
    [InlineData("2026-03-29", "2026-03-29T00:00:00+01:00")]
    [InlineData("2026-03-30", "2026-03-30T00:00:00+02:00")]
    [InlineData("2026-10-25", "2026-10-25T00:00:00+02:00")]
    [InlineData("2026-10-26", "2026-10-26T00:00:00+01:00")]
    [InlineData("1916-09-30", "1916-09-30T00:00:00+01:00")]
    [InlineData("1940-08-11", "1940-08-11T00:00:00+02:00")]
    [InlineData("1985-03-14", "1985-03-14T00:00:00+01:00")]
    [InlineData("0001-01-02", "0001-01-02T00:00:00+01:00")]
    public void A_day_begins_at_midnight_in_Norway(string dag, string midnatt) =>
        Assert.Equal(midnatt, Tidspunkt.Ny(Oslo.Midnatt(DateOnly.Parse(dag))).Tekst);

    [Fact]
    public void Every_day_from_1900_begins_once_and_is_its_own_date()
    {
        for (var dag = new DateOnly(1900, 1, 1); dag.Year < 2060; dag = dag.AddDays(1))
        {
            var midnatt = Oslo.Midnatt(dag);
            Assert.Equal(dag, Oslo.Dato(midnatt));
            Assert.Equal(dag.AddDays(-1), Oslo.Dato(midnatt.AddTicks(-1)));
            Assert.Equal(TimeSpan.Zero, Oslo.TilOslo(midnatt).TimeOfDay);
        }
    }

    [Fact]
    public void The_built_in_rule_agrees_with_the_systems_time_zone_database()
    {
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Oslo", out var system), "no time zone database on this machine");
        var egen = Sommertidsregel.Lag();
        for (var tid = new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Utc); tid.Year < 2038; tid = tid.AddMinutes(30))
            Assert.True(system.GetUtcOffset(tid) == egen.GetUtcOffset(tid), $"{tid:O}");
    }

    [Fact]
    public void The_edges_of_the_calendar_are_answered()
    {
        Assert.Equal(DateTimeOffset.MaxValue, Oslo.TilOslo(DateTimeOffset.MaxValue));
        Assert.Equal(DateTimeOffset.MinValue, Oslo.TilOslo(DateTimeOffset.MinValue));
    }

    [Fact]
    public void The_program_runs_without_cultures_and_still_knows_the_zone()
    {
        Assert.True(AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant);
        Assert.Equal(TimeSpan.FromHours(1), Oslo.Sone.BaseUtcOffset);
    }
}

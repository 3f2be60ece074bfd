using Felles.Kernel.Tid;

namespace Felles.Kernel.Tests.Tid;

public sealed class RegisterklokkeTests
{
    private static readonly DateTimeOffset Utc = new(2026, 6, 30, 22, 30, 0, TimeSpan.Zero);
    private readonly Registerklokke _klokke = new(new Stillestaaende());

    [Fact]
    public void Unset_it_shows_the_system_clock_in_Norwegian_time()
    {
        Assert.Equal(Utc, _klokke.Naa);
        Assert.Equal(TimeSpan.FromHours(2), _klokke.Naa.Offset);
        Assert.Equal(new DateOnly(2026, 7, 1), _klokke.IDag);
        Assert.Equal("2026-07-01T00:30:00+02:00", _klokke.NaaTidspunkt.Tekst);
        Assert.Equal(Klokkestilling.System, _klokke.Stilling);
    }

    [Fact]
    public void An_offset_moves_it_across_summer_time()
    {
        _klokke.Still(Klokkestilling.Forskjoevet(TimeSpan.FromDays(180)));

        Assert.Equal(Utc.AddDays(180), _klokke.Naa);
        Assert.Equal(TimeSpan.FromHours(1), _klokke.Naa.Offset);
        Assert.Equal(new DateOnly(2026, 12, 27), _klokke.IDag);
    }

    [Fact]
    public void Frozen_it_stands_still_until_it_is_released()
    {
        _klokke.Still(Klokkestilling.FrossetPaa(new(2032, 1, 1, 0, 0, 0, TimeSpan.FromHours(1))));
        Assert.Equal("2032-01-01T00:00:00+01:00", _klokke.NaaTidspunkt.Tekst);

        _klokke.Still(Klokkestilling.System);
        Assert.Equal(Utc, _klokke.Naa);
    }

    [Theory]
    [InlineData(long.MaxValue, 9999)]
    [InlineData(long.MinValue, 1)]
    public void An_absurd_offset_stops_at_the_edge_of_the_calendar(long ticks, int aar)
    {
        _klokke.Still(Klokkestilling.Forskjoevet(new TimeSpan(ticks)));

        Assert.Equal(aar, _klokke.Naa.Year);
    }

    private sealed class Stillestaaende : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Utc;
    }
}

using System.Text;
using Felles.Kernel.Tid;
using FsCheck;
using FsCheck.Fluent;

namespace Felles.Kernel.Tests.Tid;

public sealed class TidspunktTests
{
    [Theory]
    [InlineData("2020-12-22T17:08:05+01:00")]
    [InlineData("2020-12-22T17:08:05.7+01:00")]
    [InlineData("2020-12-22T17:08:05.731+01:00")]
    [InlineData("2022-03-11T08:25:20.957496+01:00")]
    [InlineData("2022-03-11T08:25:20.9574961+01:00")]
    [InlineData("2022-03-11T08:25:20.957496123+01:00")]
    [InlineData("2022-03-11T08:25:20.000000000+01:00")]
    [InlineData("2022-03-11T08:25:20.100Z")]
    [InlineData("2022-03-11T08:25:20Z")]
    [InlineData("2022-03-11T08:25:20-00:00")]
    [InlineData("1879-04-03T12:00:00+00:43")]
    [InlineData("2024-02-29T23:59:59.999999999+14:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.999999999Z")]
    public void The_received_text_goes_out_unchanged(string tekst)
    {
        Assert.True(Tidspunkt.TryParse(tekst, out var tidspunkt));
        Assert.True(Tidspunkt.TryParse(Encoding.ASCII.GetBytes(tekst), out var fraBytes));

        Assert.Equal(tekst, tidspunkt.Tekst);
        Assert.Equal(tidspunkt, fraBytes);
        Assert.Equal(tidspunkt.Instant, fraBytes.Instant);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2022-03-11")]
    [InlineData("2022-03-11T08:25:20")]
    [InlineData("2022-03-11T08:25Z")]
    [InlineData("2022-03-11 08:25:20Z")]
    [InlineData("2022-03-11t08:25:20z")]
    [InlineData("2022-03-11T08:25:20.Z")]
    [InlineData("2022-03-11T08:25:20.1234567890Z")]
    [InlineData("2022-03-11T08:25:20,1Z")]
    [InlineData("2022-03-11T08:25:20+0100")]
    [InlineData("2022-03-11T08:25:20+01")]
    [InlineData("2022-03-11T08:25:20+14:01")]
    [InlineData("2022-03-11T08:25:20+01:60")]
    [InlineData("2022-03-11T08:25:20 01:00")]
    [InlineData("2022-03-11T24:00:00Z")]
    [InlineData("2022-03-11T23:60:00Z")]
    [InlineData("2016-12-31T23:59:60Z")]
    [InlineData("2022-02-29T00:00:00Z")]
    [InlineData("2022-00-10T00:00:00Z")]
    [InlineData("2022-01-00T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("2022-03-11T08:25:20ZZ")]
    [InlineData(" 2022-03-11T08:25:20Z")]
    [InlineData("٢022-03-11T08:25:20Z")]
    public void Anything_else_is_refused(string tekst)
    {
        Assert.False(Tidspunkt.TryParse(tekst, out _));
        Assert.False(Tidspunkt.TryReadInstant(Encoding.UTF8.GetBytes(tekst), out _));
    }

    [Fact]
    public void The_instant_is_cut_to_the_tick_and_the_rest_still_orders()
    {
        var a = Les("2022-03-11T08:25:20.957496199+01:00");
        var b = Les("2022-03-11T08:25:20.957496101+01:00");

        Assert.Equal(9574961, a.Instant.Ticks % TimeSpan.TicksPerSecond);
        Assert.Equal(a.Instant, b.Instant);
        Assert.True(b < a);
        Assert.NotEqual(a, b);
    }

    [Fact]
    public void Order_follows_the_instant_and_not_the_text()
    {
        var sommer = Les("2022-07-01T00:30:00+02:00");
        var utc = Les("2022-06-30T23:00:00Z");

        Assert.True(sommer < utc);
        Assert.True(sommer.CompareTo(Les("2022-06-30T22:30:00Z")) != 0, "one instant, two texts: ordered, never equal");
    }

    [Theory]
    [InlineData("2026-01-15T11:00:00.0000000Z", "2026-01-15T12:00:00+01:00")]
    [InlineData("2026-07-15T11:00:00.1000000Z", "2026-07-15T13:00:00.1+02:00")]
    [InlineData("2026-07-15T11:00:00.1234567Z", "2026-07-15T13:00:00.1234567+02:00")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01T00:30:00+01:00")]
    public void New_values_carry_the_Norwegian_offset_and_no_trailing_zeros(string utc, string forventet)
    {
        var ny = Tidspunkt.Ny(Les(utc).Instant);

        Assert.Equal(forventet, ny.Tekst);
        Assert.Equal(ny, Les(ny.Tekst));
        Assert.Equal(ny.Instant, Les(ny.Tekst).Instant);
    }

    [Fact]
    public void Every_tick_survives_being_written_and_read() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), tall =>
        {
            var spredt = (UInt128)(ulong)tall * 7_919_777_777 % (ulong)TimeSpan.FromDays(73_000).Ticks;
            var ticks = new DateTime(1850, 1, 1).Ticks + (long)spredt;
            var tid = new DateTimeOffset(ticks, TimeSpan.Zero);
            var lest = Les(Tidspunkt.Ny(tid).Tekst);
            Assert.Equal(tid.UtcTicks, lest.Instant.UtcTicks);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Reading_the_instant_alone_allocates_nothing()
    {
        Tidspunkt.TryReadInstant("2022-03-11T08:25:20.957496123+01:00"u8, out _);
        var foer = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            Tidspunkt.TryReadInstant("2022-03-11T08:25:20.957496123+01:00"u8, out _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - foer);
    }

    private static Tidspunkt Les(string tekst)
    {
        Assert.True(Tidspunkt.TryParse(tekst, out var tidspunkt), tekst);
        return tidspunkt;
    }
}

using Felles.Kernel.Tid;

namespace Felles.Kernel.Tests.Tid;

public sealed class PeriodeTests
{
    private static readonly DateOnly Dag = new(2024, 2, 28);

    [Fact]
    public void The_first_day_is_in_and_the_last_is_out()
    {
        var periode = new Periode(Dag, Dag.AddDays(2));

        Assert.False(periode.Inneholder(Dag.AddDays(-1)));
        Assert.True(periode.Inneholder(Dag));
        Assert.True(periode.Inneholder(new(2024, 2, 29)));
        Assert.False(periode.Inneholder(Dag.AddDays(2)));
    }

    [Fact]
    public void Without_an_end_it_holds_for_ever() => Assert.True(new Periode(Dag).Inneholder(DateOnly.MaxValue));

    [Fact]
    public void Successors_touch_but_do_not_overlap()
    {
        var foerste = new Periode(Dag, Dag.AddDays(10));

        Assert.False(foerste.Overlapper(new(Dag.AddDays(10))));
        Assert.True(foerste.Overlapper(new(Dag.AddDays(9))));
        Assert.True(new Periode(Dag).Overlapper(foerste));
    }

    [Fact]
    public void An_empty_period_holds_no_day_and_overlaps_nothing()
    {
        var tom = new Periode(Dag, Dag);

        Assert.True(tom.ErTom);
        Assert.False(tom.Inneholder(Dag));
        Assert.False(tom.Overlapper(new(Dag.AddDays(-1), Dag.AddDays(1))));
    }
}

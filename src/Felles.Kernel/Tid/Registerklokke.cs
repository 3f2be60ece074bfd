namespace Felles.Kernel.Tid;

/// <summary>
/// The time of the registers' rules, dates and jobs. Protocol matters (token times, leases, throttling) take <see cref="TimeProvider"/>
/// instead and are never moved. Safe for many threads: a reader sees a position whole.
/// </summary>
public sealed class Registerklokke(TimeProvider system)
{
    private volatile Klokkestilling _stilling = Klokkestilling.System;

    public Klokkestilling Stilling => _stilling;

    /// <summary>Now, with Norway's offset.</summary>
    public DateTimeOffset Naa => Oslo.TilOslo(_stilling.Naa(system.GetUtcNow()));

    public Tidspunkt NaaTidspunkt => Tidspunkt.Ny(Naa);

    /// <summary>Today's date in Norway.</summary>
    public DateOnly IDag => DateOnly.FromDateTime(Naa.DateTime);

    public void Still(Klokkestilling stilling) => _stilling = stilling;
}

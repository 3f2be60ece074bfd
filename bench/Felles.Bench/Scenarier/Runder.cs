using Felles.Bench.Maaling;

namespace Felles.Bench.Scenarier;

/// <summary>Felles and its counterpart in turn, A B A B, so that a machine whose speed drifts does not decide the ratio.</summary>
internal static class Runder
{
    public const int Antall = 5;

    public static readonly TimeSpan Lengde = TimeSpan.FromSeconds(5);

    public static async Task<Sammenligning> KjoerAsync(Func<TimeSpan, Task<Measured>> felles, Func<TimeSpan, Task<Measured>> bare)
    {
        await bare(TimeSpan.FromSeconds(3));
        await felles(TimeSpan.FromSeconds(5));
        var runder = new List<Runde>();
        for (var i = 0; i < Antall; i++)
        {
            var b = await bare(Lengde);
            var f = await felles(Lengde);
            runder.Add(new Runde(f, b));
            Console.WriteLine(
                $"  {f.Load.PerSecond,9:0}/s {f.CpuMicroseconds,8:0.0} µs p99 {f.Load.Percentile99,8} | bare {b.Load.PerSecond,9:0}/s "
                + $"{b.CpuMicroseconds,8:0.0} µs | {f.Load.PerSecond / b.Load.PerSecond:0.00}");
        }

        return new Sammenligning(runder);
    }
}

internal sealed record Runde(Measured Felles, Measured Bare);

internal sealed record Sammenligning(IReadOnlyList<Runde> Runder)
{
    public double CpuMicroseconds => Results.Median(Runder.Select(r => r.Felles.CpuMicroseconds));

    public double BareCpuMicroseconds => Results.Median(Runder.Select(r => r.Bare.CpuMicroseconds));

    public double PerSecond => Results.Median(Runder.Select(r => r.Felles.Load.PerSecond));

    /// <summary>Felles' requests a second over the counterpart's, the median of the pairs.</summary>
    public double Ratio => Results.Median(Runder.Select(r => r.Felles.Load.PerSecond / r.Bare.Load.PerSecond));
}

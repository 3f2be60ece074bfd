using System.Diagnostics.Metrics;

namespace Felles.Web.Maalinger;

/// <summary>One instrument with one set of labels, as it will be written: a running sum, a last value, or a histogram.</summary>
internal sealed class Series(Instrument instrument, string labels, double[]? bounds)
{
    private readonly long[]? buckets = bounds is null ? null : new long[bounds.Length];
    private readonly Lock gate = new();
    private double sum;
    private long count;

    public Instrument Instrument { get; } = instrument;

    public string Labels { get; } = labels;

    public void Add(double value)
    {
        lock (gate)
        {
            sum += value;
            count++;
            for (var i = 0; i < buckets?.Length; i++)
            {
                if (value <= bounds![i])
                {
                    buckets[i]++;
                }
            }
        }
    }

    public void Set(double value)
    {
        lock (gate)
        {
            sum = value;
        }
    }

    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (gate)
        {
            return (sum, count, buckets is null ? [] : [.. buckets]);
        }
    }
}

namespace Felles.Web.Maalinger;

/// <summary>One instrument with one set of labels, as it will be written: a running sum, a last value, or a histogram.</summary>
internal sealed class Series(string labels, double[]? bounds)
{
    // What lies between a bound and the one below it; the text format wants running sums, which reading makes of them.
    private readonly long[]? between = bounds is null ? null : new long[bounds.Length];
    private readonly Lock gate = new();
    private double sum;
    private long count;

    public string Labels { get; } = labels;

    public void Add(double value)
    {
        var place = bounds is null ? 0 : Place(bounds, value);
        lock (gate)
        {
            sum += value;
            count++;
            if (place < between?.Length)
                between[place]++;
        }
    }

    public void Set(double value)
    {
        lock (gate)
            sum = value;
    }

    /// <summary>Each bucket counts everything up to its bound.</summary>
    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (gate)
        {
            var buckets = new long[between?.Length ?? 0];
            var upTo = 0L;
            for (var i = 0; i < buckets.Length; i++)
                buckets[i] = upTo += between![i];
            return (sum, count, buckets);
        }
    }

    private static int Place(double[] bounds, double value)
    {
        var place = 0;
        while (place < bounds.Length && value > bounds[place])
            place++;
        return place;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Felles.Web.Maalinger;

/// <summary>
/// All series of one instrument. Three measurements are made for every request, so a set of labels is written out as text the first time
/// only and afterwards found by what it consists of.
/// </summary>
internal sealed class InstrumentSeries(Instrument instrument, double[]? bounds)
{
    /// <summary>A label with unbounded values must not fill the memory of a server that runs for months.</summary>
    public const int Most = 1_000;

    private readonly ConcurrentDictionary<string, Series> byLabels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Seen> seen = new();

    public Instrument Instrument { get; } = instrument;

    public double[]? Bounds { get; } = bounds;

    public IEnumerable<Series> All => byLabels.Values;

    /// <summary>Null when the instrument has too many series already.</summary>
    public Series? Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = Hash(tags);
        return seen.TryGetValue(hash, out var known) && known.Is(tags) ? known.Series : Remember(hash, tags);
    }

    // Names of labels are constants of the instrumented code, so the same name is nearly always the same object.
    private static int Hash(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = default(HashCode);
        foreach (var (name, value) in tags)
        {
            hash.Add(RuntimeHelpers.GetHashCode(name));
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(PrometheusText.Clean(name)).Append("=\"")
                .Append(PrometheusText.Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }

        return text.ToString();
    }

    private Series? Remember(int hash, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        if (!byLabels.TryGetValue(labels, out var series))
        {
            if (byLabels.Count >= Most)
                return null;
            series = byLabels.GetOrAdd(labels, text => new Series(text, Bounds));
        }

        if (seen.Count < Most)
            seen.TryAdd(hash, new Seen(tags.ToArray(), series));
        return series;
    }

    private sealed record Seen(KeyValuePair<string, object?>[] Tags, Series Series)
    {
        public bool Is(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.Length != Tags.Length)
                return false;
            for (var i = 0; i < tags.Length; i++)
            {
                if (!ReferenceEquals(tags[i].Key, Tags[i].Key) || !Equals(tags[i].Value, Tags[i].Value))
                    return false;
            }

            return true;
        }
    }
}

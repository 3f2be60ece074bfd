using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Felles.Web.Maalinger;

/// <summary>Listens to the meters of Felles, of ASP.NET and of the runtime, and writes them in the Prometheus text format 0.0.4.</summary>
/// <remarks>
/// Label values come from the instruments alone. The ASP.NET meters label by route template, never by path, so that no
/// identity number can become a label.
/// </remarks>
internal sealed class MetricsCollector : IDisposable
{
    private const int MostSeries = 10_000;

    private static readonly string[] Meters =
        ["Felles", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    private static readonly double[] SecondBounds =
        [.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    private static readonly double[] CountBounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    private readonly ConcurrentDictionary<(Instrument, string), Series> series = new();
    private readonly MeterListener listener = new();

    public MetricsCollector()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (Meters.Any(name => instrument.Meter.Name == name || instrument.Meter.Name.StartsWith(name + '.', StringComparison.Ordinal)))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<byte>((i, v, tags, _) => Measured(i, v, tags));
        listener.SetMeasurementEventCallback<short>((i, v, tags, _) => Measured(i, v, tags));
        listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Measured(i, v, tags));
        listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Measured(i, v, tags));
        listener.SetMeasurementEventCallback<float>((i, v, tags, _) => Measured(i, v, tags));
        listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Measured(i, v, tags));
        listener.SetMeasurementEventCallback<decimal>((i, v, tags, _) => Measured(i, (double)v, tags));
        listener.Start();
    }

    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in series.Values.GroupBy(s => s.Instrument).OrderBy(g => PrometheusText.Name(g.Key), StringComparer.Ordinal))
        {
            PrometheusText.Write(text, family.Key, family, Bounds(family.Key));
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private static double[]? Bounds(Instrument instrument) =>
        !instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal) ? null
        : instrument.Unit is "s" ? SecondBounds
        : CountBounds;

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(PrometheusText.Clean(key)).Append("=\"")
                .Append(PrometheusText.Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")).Append('"');
        }

        return text.ToString();
    }

    private void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        if (!series.TryGetValue((instrument, labels), out var one))
        {
            // A label with unbounded values must not fill the memory of a server that runs for months.
            if (series.Count >= MostSeries)
            {
                return;
            }

            one = series.GetOrAdd((instrument, labels), key => new Series(key.Item1, key.Item2, Bounds(key.Item1)));
        }

        if (instrument.IsObservable)
        {
            one.Set(value);
        }
        else
        {
            one.Add(value);
        }
    }
}

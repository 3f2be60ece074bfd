using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Felles.Web.Maalinger;

/// <summary>Listens to the meters of Felles, of ASP.NET and of the runtime, and writes them in the Prometheus text format 0.0.4.</summary>
/// <remarks>
/// Label values come from the instruments alone. The ASP.NET meters label by route template, never by path, so that no
/// identity number can become a label.
/// </remarks>
internal sealed class MetricsCollector : IDisposable
{
    private static readonly string[] Meters =
        ["Felles", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"];

    private static readonly double[] SecondBounds =
        [.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    private static readonly double[] CountBounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    private readonly ConcurrentBag<InstrumentSeries> instruments = [];
    private readonly MeterListener listener = new();

    public MetricsCollector()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (Meters.Any(name => instrument.Meter.Name == name || instrument.Meter.Name.StartsWith(name + '.', StringComparison.Ordinal)))
            {
                var series = new InstrumentSeries(instrument, Bounds(instrument));
                instruments.Add(series);
                self.EnableMeasurementEvents(instrument, series);
            }
        };
        listener.SetMeasurementEventCallback<byte>((_, v, tags, series) => Measured(series, v, tags));
        listener.SetMeasurementEventCallback<short>((_, v, tags, series) => Measured(series, v, tags));
        listener.SetMeasurementEventCallback<int>((_, v, tags, series) => Measured(series, v, tags));
        listener.SetMeasurementEventCallback<long>((_, v, tags, series) => Measured(series, v, tags));
        listener.SetMeasurementEventCallback<float>((_, v, tags, series) => Measured(series, v, tags));
        listener.SetMeasurementEventCallback<double>((_, v, tags, series) => Measured(series, v, tags));
        listener.SetMeasurementEventCallback<decimal>((_, v, tags, series) => Measured(series, (double)v, tags));
        listener.Start();
    }

    public string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var one in instruments.Where(i => i.All.Any()).OrderBy(i => PrometheusText.Name(i.Instrument), StringComparer.Ordinal))
        {
            PrometheusText.Write(text, one);
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private static double[]? Bounds(Instrument instrument) =>
        !instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal) ? null
        : instrument.Unit is "s" ? SecondBounds
        : CountBounds;

    private static void Measured(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (state is not InstrumentSeries instrument || instrument.Find(tags) is not { } series)
        {
            return;
        }

        if (instrument.Instrument.IsObservable)
        {
            series.Set(value);
        }
        else
        {
            series.Add(value);
        }
    }
}

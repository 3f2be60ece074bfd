using System.Diagnostics.Metrics;

namespace Felles.Storage.Oppslagslogg;

/// <summary>Instruments of the meter <c>Felles.Oppslagslogg</c>. None carries a person, a client or a route.</summary>
internal sealed class LookupLogMetrics : IDisposable
{
    public const string MeterName = "Felles.Oppslagslogg";

    private readonly Meter _meter;
    private readonly Counter<long> _records;
    private readonly Counter<long> _refused;
    private readonly Histogram<int> _batch;
    private readonly Histogram<double> _flush;

    public LookupLogMetrics(IMeterFactory? factory)
    {
        _meter = factory?.Create(MeterName) ?? new Meter(MeterName);
        _records = _meter.CreateCounter<long>("felles.oppslagslogg.records", "{record}", "Records made durable");
        _refused = _meter.CreateCounter<long>(
            "felles.oppslagslogg.refused", "{record}", "Records whose caller was refused because they were not made durable");
        _batch = _meter.CreateHistogram<int>("felles.oppslagslogg.batch", "{record}", "Records in a group commit");
        _flush = _meter.CreateHistogram<double>("felles.oppslagslogg.flush", "s", "Duration of a group commit");
    }

    public void ObserveQueue(Func<long> length) =>
        _meter.CreateObservableGauge("felles.oppslagslogg.queue", length, "{record}", "Records that wait for their group commit");

    public void Flushed(int records, TimeSpan duration)
    {
        _records.Add(records);
        _batch.Record(records);
        _flush.Record(duration.TotalSeconds);
    }

    public void Refused(int records) => _refused.Add(records);

    public void Dispose() => _meter.Dispose();
}

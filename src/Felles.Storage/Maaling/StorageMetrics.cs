using System.Diagnostics.Metrics;

namespace Felles.Storage;

/// <summary>Measurements of the writers, under the meter <c>Felles.Storage</c>.</summary>
public static class StorageMetrics
{
    public const string MeterName = "Felles.Storage";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<double> CommitTime =
        Meter.CreateHistogram<double>(
            "felles.storage.commit.duration", "s", "Time from the first unit of a batch is taken to its commit is durable");
    private static readonly Histogram<int> BatchSize =
        Meter.CreateHistogram<int>("felles.storage.batch.size", "{unit}", "Units of work that shared one commit");
    private static readonly UpDownCounter<int> Queue =
        Meter.CreateUpDownCounter<int>("felles.storage.queue.length", "{unit}", "Units of work that wait for the writer");
    private static readonly Counter<long> Refused =
        Meter.CreateCounter<long>(
            "felles.storage.units.refused", "{unit}", "Units of work that were refused because they could not be made durable");
    private static readonly Counter<long> Numbered =
        Meter.CreateCounter<long>("felles.storage.events.numbered", "{event}", "Events that got a sequence number");

    internal static void Committed(int units, TimeSpan time)
    {
        CommitTime.Record(time.TotalSeconds);
        BatchSize.Record(units);
    }

    internal static void Queued() => Queue.Add(1);

    internal static void Dequeued() => Queue.Add(-1);

    internal static void RefusedUnits(int units) => Refused.Add(units);

    internal static void NumberedEvents(int events) => Numbered.Add(events);
}

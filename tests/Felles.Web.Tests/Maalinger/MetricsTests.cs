using System.Diagnostics.Metrics;
using Felles.Web.Maalinger;

namespace Felles.Web.Tests.Maalinger;

public sealed class MetricsTests
{
    [Fact]
    public void A_counter_is_written_with_its_unit_and_total()
    {
        using var meter = new Meter("Felles.Test.Counter");
        using var collector = new MetricsCollector();
        var counter = meter.CreateCounter<long>("felles.test.bytes", "By", "What was\nsent");
        counter.Add(3, new KeyValuePair<string, object?>("vei", "a\"b\\c"));
        counter.Add(4, new KeyValuePair<string, object?>("vei", "a\"b\\c"));

        Assert.Contains(
            """
            # HELP felles_test_bytes_total What was sent
            # TYPE felles_test_bytes_total counter
            felles_test_bytes_total{vei="a\"b\\c"} 7

            """.ReplaceLineEndings("\n"),
            collector.Write());
    }

    [Fact]
    public void A_histogram_in_seconds_has_cumulative_buckets()
    {
        using var meter = new Meter("Felles.Test.Histogram");
        using var collector = new MetricsCollector();
        var histogram = meter.CreateHistogram<double>("felles.test.commit", "s");
        histogram.Record(.0004);
        histogram.Record(20);

        var text = collector.Write();
        Assert.Contains("felles_test_commit_seconds_bucket{le=\"0.00025\"} 0\n", text);
        Assert.Contains("felles_test_commit_seconds_bucket{le=\"0.0005\"} 1\n", text);
        Assert.Contains("felles_test_commit_seconds_bucket{le=\"10\"} 1\n", text);
        Assert.Contains("felles_test_commit_seconds_bucket{le=\"+Inf\"} 2\n", text);
        Assert.Contains("felles_test_commit_seconds_sum 20.0004\n", text);
        Assert.Contains("felles_test_commit_seconds_count 2\n", text);
    }

    [Fact]
    public void A_gauge_shows_its_last_value_and_an_up_down_counter_its_sum()
    {
        using var meter = new Meter("Felles.Test.Gauge");
        using var collector = new MetricsCollector();
        var level = 5;
        meter.CreateObservableGauge("felles.test.level", () => level);
        var queue = meter.CreateUpDownCounter<int>("felles.test.queue");
        queue.Add(3);
        queue.Add(-1);
        collector.Write();
        level = 9;

        var text = collector.Write();
        Assert.Contains("felles_test_level 9\n", text);
        Assert.Contains("felles_test_queue 2\n", text);
    }

    [Fact]
    public void Other_meters_are_not_listened_to()
    {
        using var meter = new Meter("Somebody.Else");
        using var collector = new MetricsCollector();
        meter.CreateCounter<int>("secret").Add(1);
        Assert.DoesNotContain("secret", collector.Write());
    }
}

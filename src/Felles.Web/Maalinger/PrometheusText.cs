using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Felles.Web.Maalinger;

/// <summary>The Prometheus text exposition format, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static void Write(StringBuilder text, InstrumentSeries family)
    {
        var (instrument, bounds) = (family.Instrument, family.Bounds);
        var name = Name(instrument);
        var type = bounds is not null ? "histogram" : IsCounter(instrument) ? "counter" : "gauge";
        if (!string.IsNullOrEmpty(instrument.Description))
        {
            text.Append("# HELP ").Append(name).Append(' ').Append(instrument.Description.ReplaceLineEndings(" ")).Append('\n');
        }

        text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        foreach (var one in family.All.OrderBy(s => s.Labels, StringComparer.Ordinal))
        {
            var (sum, count, buckets) = one.Read();
            if (bounds is null)
            {
                Sample(text, name, one.Labels, sum);
                continue;
            }

            for (var i = 0; i < bounds.Length; i++)
            {
                Sample(text, name + "_bucket", With(one.Labels, "le=\"" + Number(bounds[i]) + '"'), buckets[i]);
            }

            Sample(text, name + "_bucket", With(one.Labels, "le=\"+Inf\""), count);
            Sample(text, name + "_sum", one.Labels, sum);
            Sample(text, name + "_count", one.Labels, count);
        }
    }

    public static string Name(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = Clean(instrument.Name);
        name = name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
        return IsCounter(instrument) && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    public static string Clean(string name) => string.Create(name.Length, name, (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiLetterOrDigit(from[i]) ? from[i] : '_';
        }
    });

    public static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");

    private static bool IsCounter(Instrument instrument) =>
        instrument.GetType().Name is var type
        && (type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal));

    private static void Sample(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length == 0 ? "" : "{" + labels + "}").Append(' ').Append(Number(value)).Append('\n');

    private static string With(string labels, string further) => labels.Length == 0 ? further : labels + "," + further;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

using System.ComponentModel.DataAnnotations;

namespace Felles.Web.Telemetri;

/// <summary>Section <c>Felles:Telemetri</c>.</summary>
public sealed class TelemetriOptions
{
    /// <summary>
    /// Where traces and metrics are sent with OTLP over HTTP, such as <c>http://collector:4318</c>. Null: nowhere, and then neither
    /// is made.
    /// </summary>
    [Url]
    public string? OtlpEndpoint { get; set; }
}

using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Felles.Web.Telemetri;

/// <summary>
/// Takes from a span all that the caller can have written: path and query, where identity numbers stand, but also host, agent and trace
/// state. A list of what may stay, so that what a new version of the server adds does not.
/// </summary>
internal sealed class Spanvask : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Kept = FrozenSet.Create(
        "error.type", "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme");

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.Where(tag => !Kept.Contains(tag.Key)).ToArray())
        {
            data.SetTag(name, null);
        }

        data.TraceStateString = null;
    }
}

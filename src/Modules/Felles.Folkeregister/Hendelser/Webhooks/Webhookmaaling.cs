using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Felles.Folkeregister.Contracts;
using Felles.Storage;
using Felles.Web.Maalinger;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>Measurements of the deliveries of this host, by subscriber. The lag is told by the host that sends.</summary>
internal sealed class Webhookmaaling
{
    private readonly ConcurrentDictionary<string, long> plasser = new(StringComparer.Ordinal);
    private readonly Counter<long> levert;
    private readonly Counter<long> feilet;
    private readonly Counter<long> holdt;
    private readonly Counter<long> foreldet;

    public Webhookmaaling(IMeterFactory maalere, SequencePages sider)
    {
        var maaler = maalere.Create(Metrics.MeterName);
        levert = maaler.CreateCounter<long>("felles.webhook.levert", description: "Events that a subscriber has received.");
        feilet = maaler.CreateCounter<long>("felles.webhook.feilet", description: "Attempts to deliver an event that failed.");
        holdt = maaler.CreateCounter<long>(
            "felles.webhook.holdt", description: "Times that an event was held back because the organisation has not the package.");
        foreldet = maaler.CreateCounter<long>(
            "felles.webhook.foreldet", description: "Events that were skipped because they had become older than events are kept.");
        maaler.CreateObservableGauge(
            "felles.webhook.etterslep", () => plasser.Select(plass => new Measurement<long>(
                Math.Max(0, sider.LastHeard(Personendring.Stroem) - plass.Value), Merke(plass.Key))),
            description: "How many numbers of the line are between a subscriber's place and the end.");
    }

    public void Levert(string navn) => levert.Add(1, Merke(navn));

    public void Feilet(string navn) => feilet.Add(1, Merke(navn));

    public void Holdt(string navn) => holdt.Add(1, Merke(navn));

    public void Foreldet(string navn) => foreldet.Add(1, Merke(navn));

    /// <summary>How far the subscriber has come, as this host knows.</summary>
    public void Plass(string navn, long nr) => plasser[navn] = nr;

    /// <summary>Another host sends now, or nobody.</summary>
    public void Slipp(string navn) => plasser.TryRemove(navn, out _);

    private static KeyValuePair<string, object?> Merke(string navn) => new("abonnent", navn);
}

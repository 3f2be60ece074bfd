using Felles.Folkeregister.Hendelser.Feed;
using Felles.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>
/// Posts new events to the subscribers of the settings, each by itself: one that does not answer holds up no other. At least once and in
/// order; a receiver tells what it has had by the sequence number.
/// </summary>
internal sealed class Webhookutsending(
    Webhookdel del, Feedregler regler, IOptions<FolkeregisterOptions> valg, IOptions<FellesOptions> felles) : BackgroundService
{
    /// <summary>A new subscriber's place is kept before the host takes calls: what is registered after that is sent.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var abonnent in valg.Value.Webhooks)
            await del.Pekere.RegistrerAsync(abonnent.Navn, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(valg.Value.Webhooks.Select(ett =>
            new Webhookabonnement(del, new Abonnent(ett, regler, felles.Value.PublicUrl)).KjoerAsync(stoppingToken)));
}

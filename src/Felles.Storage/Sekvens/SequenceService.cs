using Microsoft.Extensions.Hosting;

namespace Felles.Storage;

/// <summary>Starts the sequence log before the followers that are registered after it.</summary>
internal sealed class SequenceService(SequenceLog log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => log.StartAsync(cancellationToken);

    // followers still drain; the container disposes the log
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

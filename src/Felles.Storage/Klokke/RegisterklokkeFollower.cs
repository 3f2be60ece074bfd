using Microsoft.Extensions.Logging;

namespace Felles.Storage;

/// <summary>Sets this host's register clock at start, right after the migrations, and each time that any host moves it.</summary>
internal sealed class RegisterklokkeFollower(
    RegisterklokkeStore store, Database database, SequenceLog log, TimeProvider time, ILogger<RegisterklokkeFollower> logger)
    : MemoryFollower(database, log, time, logger, RegisterklokkeStore.Stroem), IStartupStep
{
    // Before every step that looks at the clock, such as the making of a population.
    int IStartupStep.Order => 1;

    Task IStartupStep.RunAsync(CancellationToken ct) => store.LoadAsync(ct);

    protected override async ValueTask LoadAsync(CancellationToken ct) => await store.LoadAsync(ct);

    protected override async ValueTask ApplyAsync(SequencedEvent hendelse, CancellationToken ct) => await store.LoadAsync(ct);
}

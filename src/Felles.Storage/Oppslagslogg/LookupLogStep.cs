namespace Felles.Storage.Oppslagslogg;

/// <summary>Starts the log after the database is ready and before anything that could want to log.</summary>
internal sealed class LookupLogStep(LookupLog log) : IStartupStep
{
    public int Order => 5;

    public Task RunAsync(CancellationToken ct) => log.StartAsync(ct);
}

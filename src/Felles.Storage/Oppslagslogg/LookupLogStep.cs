namespace Felles.Storage.Oppslagslogg;

/// <summary>Starts the log after the database is ready and before anything that could want to log.</summary>
internal sealed class LookupLogStep(LookupLog log, LookupLogUpkeep upkeep) : IStartupStep
{
    public int Order => 5;

    public async Task RunAsync(CancellationToken ct)
    {
        await log.StartAsync(ct);
        upkeep.Start();
    }
}

namespace Felles.Storage;

internal sealed class MigrationStep(Migrator migrator) : IStartupStep
{
    public int Order => 0;

    public Task RunAsync(CancellationToken ct) => migrator.RunAsync(ct);
}

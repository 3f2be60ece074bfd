namespace Felles.Storage;

internal sealed class MigrationStep(Database database, Migrator migrator, Instanskontroll instans) : IStartupStep
{
    public int Order => 0;

    public async Task RunAsync(CancellationToken ct)
    {
        await database.OpenAsync(ct);
        await instans.CheckAsync(ct);
        await migrator.RunAsync(ct);
        await instans.KeepAsync(ct);
    }
}

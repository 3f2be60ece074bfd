using System.Reflection;
using Felles.Kernel.Tid;
using Felles.Storage.Oppslagslogg;
using Felles.Storage.PostgreSql;
using Felles.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Felles.Storage;

public static class StorageRegistration
{
    /// <summary>The database that <see cref="FellesOptions"/> names, with its migrations, sequence log, jobs, clock and keys.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddFellesOptions<FellesOptions>(configuration, FellesOptions.Section);
        services.AddMigrations(MigrationSet.StorageSchema, typeof(StorageRegistration).Assembly);
        services.AddSingleton(Open);
        services.AddSingleton<Migrator>();
        services.AddSingleton<SequenceLog>();
        services.AddSingleton<KeyedEvents>();
        services.AddSingleton<SequencePages>();
        services.AddSingleton<SequenceRetention>();
        services.AddSingleton<JobQueue>();
        services.AddKeyRing(configuration);
        services.TryAddSingleton<Registerklokke>();
        services.AddSingleton<RegisterklokkeStore>();
        services.AddSingleton<RegisterklokkeFollower>();
        services.AddSingleton<IStartupStep>(s => s.GetRequiredService<RegisterklokkeFollower>());
        services.AddHostedService(s => s.GetRequiredService<RegisterklokkeFollower>());
        services.AddSingleton<Instanskontroll>();
        services.AddSingleton<IStartupStep, MigrationStep>();
        services.AddSingleton<IStartupStep, DurabilityStep>();
        services.AddSingleton<HostLock>();
        services.AddSingleton<IStartupStep>(s => s.GetRequiredService<HostLock>());
        services.AddHostedService(s => s.GetRequiredService<HostLock>());
        services.AddLookupLog(configuration);
        // First of all hosted services, so that no other starts on a database that is not ready.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, StartupRunner>());
        services.Insert(1, ServiceDescriptor.Singleton<IHostedService, SequenceService>());
        return services;
    }

    /// <summary>
    /// Adds a module's migrations: resources <c>…Migrasjoner.NNNN_navn.sql</c> of <paramref name="assembly"/>, in the schema
    /// <paramref name="schema"/>.
    /// </summary>
    public static IServiceCollection AddMigrations(this IServiceCollection services, string schema, Assembly assembly) =>
        services.AddSingleton(new MigrationSet(schema, assembly));

    private static Database Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<FellesOptions>>().Value;
        var schemas = services.GetServices<MigrationSet>().Select(s => s.Schema).Distinct();
        return options.IsSqlite
            ? new SqliteDatabase(options.DataDirectory, schemas)
            : new PostgreSqlDatabase(options.Database, options.ReadReplicas, schemas);
    }
}

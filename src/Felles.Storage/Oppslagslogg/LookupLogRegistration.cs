using System.Diagnostics.Metrics;
using Felles.Storage.Oppslagslogg.Index;
using Felles.Storage.Oppslagslogg.PostgreSql;
using Felles.Storage.Oppslagslogg.Sqlite;
using Felles.Storage.Oppslagslogg.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Felles.Storage.Oppslagslogg;

public static class LookupLogRegistration
{
    /// <summary>
    /// The look-up log beside the database that <see cref="FellesOptions"/> names: appending, reading, verification, retention.
    /// </summary>
    public static IServiceCollection AddLookupLog(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddFellesOptions<LookupLogOptions>(configuration, LookupLogOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Open);
        services.AddSingleton(provider =>
        {
            // Made before the log, and therefore disposed of after it.
            var upkeep = provider.GetRequiredService<LookupLogUpkeep>();
            var log = new LookupLog(
                provider.GetRequiredService<LogStore>(),
                Options(provider),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetService<ILogger<LookupLog>>(),
                provider.GetService<IMeterFactory>());
            log.OnProgress(upkeep.Note);
            return log;
        });
        services.AddSingleton(provider => new LookupLogVerifier(provider.GetRequiredService<LogStore>()));
        services.AddSingleton(provider => new LookupLogReader(provider.GetRequiredService<LogStore>()));
        services.AddSingleton(provider => new LookupLogIndex(provider.GetRequiredService<LogStore>(), Options(provider)));
        services.AddSingleton(provider => new LookupLogRetention(
            provider.GetRequiredService<LogStore>(),
            provider.GetRequiredService<LookupLogIndex>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LookupLogUpkeep>(provider, Options(provider)));
        services.AddSingleton<IStartupStep, LookupLogStep>();
        return services;
    }

    private static LookupLogOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<LookupLogOptions>>().Value;

    private static LogStore Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<FellesOptions>>().Value;
        return options.IsSqlite ? new SqliteLogStore(LookupLogPlace.File(options.DataDirectory)) : new PostgreSqlLogStore(options.Database);
    }
}

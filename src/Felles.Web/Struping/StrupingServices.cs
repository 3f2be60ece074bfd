using System.Diagnostics.Metrics;
using Felles.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Felles.Web.Struping;

public static class StrupingServices
{
    /// <summary>Adds <see cref="Struper"/>, one for the host; each module that is limited may ask for it.</summary>
    public static IServiceCollection AddStruping(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(s => s.ServiceType == typeof(Struper)))
            return services;
        services.TryAddSingleton(TimeProvider.System);
        return services.AddFellesOptions<StrupingOptions>(configuration, StrupingOptions.Section).AddMetrics().AddSingleton(Lag);
    }

    private static Struper Lag(IServiceProvider sp)
    {
        var valg = sp.GetRequiredService<IOptions<StrupingOptions>>().Value;
        var sandkasse = sp.GetRequiredService<IOptions<FellesOptions>>().Value.IsSandkasse;
        return new Struper(
            valg,
            valg.PerMinutt ?? (sandkasse ? 0 : StrupingOptions.Produksjonsgrense),
            sp.GetRequiredService<TimeProvider>(),
            sp.GetRequiredService<IMeterFactory>());
    }
}

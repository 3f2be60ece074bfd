using Felles.Enhetsregister.Contracts;
using Felles.Folkeregister.Contracts;
using Felles.Storage;
using Felles.Tenor.Befolkning.Oppstart;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Felles.Tenor;

/// <summary>What the host adds and maps of this module.</summary>
public static class TenorModul
{
    public static IServiceCollection AddTenor(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddFellesOptions<PopulationOptions>(configuration, PopulationOptions.Section);
        services.AddSingleton(sp => new Contracts.Befolkning(
            sp.GetRequiredService<Personlast>(), sp.GetRequiredService<Enheter>(), sp.GetRequiredService<IOptions<FellesOptions>>().Value));
        services.AddSingleton<IStartupStep, Befolkningsstart>();
        return services;
    }

    public static IEndpointRouteBuilder MapTenor(this IEndpointRouteBuilder routes) => routes;
}

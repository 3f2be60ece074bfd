using Felles.Folkeregister.Contracts;
using Felles.Folkeregister.Lager;
using Felles.Folkeregister.Soek;
using Felles.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister;

/// <summary>What the host adds and maps of this module.</summary>
public static class FolkeregisterModul
{
    public static IServiceCollection AddFolkeregister(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMigrations("folkeregister", typeof(FolkeregisterModul).Assembly);
        services.AddSingleton(sp => Personoppslag.For(sp.GetRequiredService<Database>()));
        services.AddSingleton(sp => new Personlast(sp.GetRequiredService<Database>()));
        services.AddSingleton<Persontreff>();
        return services;
    }

    public static IEndpointRouteBuilder MapFolkeregister(this IEndpointRouteBuilder routes) => routes;
}

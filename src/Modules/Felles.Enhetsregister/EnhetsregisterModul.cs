using Felles.Enhetsregister.Contracts;
using Felles.Enhetsregister.Eksport;
using Felles.Enhetsregister.Import;
using Felles.Enhetsregister.Oppslag;
using Felles.Storage;
using Felles.Web.Administrasjon;
using Felles.Web.Ndjson;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Enhetsregister;

/// <summary>What the host adds and maps of this module.</summary>
public static class EnhetsregisterModul
{
    public static IServiceCollection AddEnhetsregister(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMigrations("enhetsregister", typeof(EnhetsregisterModul).Assembly);
        services.AddNdjson();
        services.AddSingleton<Enhetsoppslag>();
        services.AddSingleton<Enhetsimport>();
        services.AddSingleton(s => new Enheter(
            s.GetRequiredService<Database>(), s.GetRequiredService<Enhetsoppslag>(), s.GetRequiredService<Enhetsimport>()));
        return services;
    }

    public static IEndpointRouteBuilder MapEnhetsregister(this IEndpointRouteBuilder routes)
    {
        var administrasjon = routes.MapAdministrasjon();
        Importrute.Map(administrasjon);
        Eksportrute.Map(administrasjon);
        return routes;
    }
}

using Felles.Folkeregister.Tjenester;
using Felles.Folkeregister.Uttrekk.Arbeid;
using Felles.Folkeregister.Uttrekk.Batch;
using Felles.Folkeregister.Uttrekk.Komplett;
using Felles.Folkeregister.Uttrekk.Tilpasset;
using Felles.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Felles.Folkeregister.Uttrekk;

/// <summary>The extract services and the work behind them.</summary>
internal static class Uttrekkstjenester
{
    public static IServiceCollection AddUttrekk(this IServiceCollection services)
    {
        services.AddSingleton<Uttrekkslager>();
        services.AddSingleton<Uttrekksbestilling>();
        services.AddSingleton<Uttrekksmottak>();
        services.AddHostedService<Komplettarbeider>();
        services.AddHostedService<Tilpassetarbeider>();
        services.AddSingleton<Uttrekksrydding>();
        services.AddHostedService(sp => sp.GetRequiredService<Uttrekksrydding>());
        return services;
    }

    public static void MapUttrekk(this IEndpointRouteBuilder ruter, Kallvakt vakt)
    {
        var mottak = ruter.ServiceProvider.GetRequiredService<Uttrekksmottak>();
        KomplettEndpoint.Map(ruter, vakt, mottak, ruter.ServiceProvider.GetRequiredService<SequenceLog>());
        TilpassetEndpoint.Map(ruter, vakt, mottak, ruter.ServiceProvider.GetRequiredService<IOptions<FolkeregisterOptions>>().Value);
        BatchEndpoint.Map(ruter, vakt, ruter.ServiceProvider.GetRequiredService<Uttrekkslager>());
    }
}

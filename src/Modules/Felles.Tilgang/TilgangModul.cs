using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Tilgang;

/// <summary>What the host adds and maps of this module.</summary>
public static class TilgangModul
{
    public static IServiceCollection AddTilgang(this IServiceCollection services, IConfiguration configuration) => services;

    public static IEndpointRouteBuilder MapTilgang(this IEndpointRouteBuilder routes) => routes;
}

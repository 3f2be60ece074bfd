using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Maskinporten;

/// <summary>What the host adds and maps of this module.</summary>
public static class MaskinportenModul
{
    public static IServiceCollection AddMaskinporten(this IServiceCollection services, IConfiguration configuration) => services;

    public static IEndpointRouteBuilder MapMaskinporten(this IEndpointRouteBuilder routes) => routes;
}

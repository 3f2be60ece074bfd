using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Enhetsregister;

/// <summary>What the host adds and maps of this module.</summary>
public static class EnhetsregisterModul
{
    public static IServiceCollection AddEnhetsregister(this IServiceCollection services, IConfiguration configuration) => services;

    public static IEndpointRouteBuilder MapEnhetsregister(this IEndpointRouteBuilder routes) => routes;
}

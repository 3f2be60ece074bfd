using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Tenor;

/// <summary>What the host adds and maps of this module.</summary>
public static class TenorModul
{
    public static IServiceCollection AddTenor(this IServiceCollection services, IConfiguration configuration) => services;

    public static IEndpointRouteBuilder MapTenor(this IEndpointRouteBuilder routes) => routes;
}

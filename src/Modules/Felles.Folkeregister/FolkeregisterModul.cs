using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Folkeregister;

/// <summary>What the host adds and maps of this module.</summary>
public static class FolkeregisterModul
{
    public static IServiceCollection AddFolkeregister(this IServiceCollection services, IConfiguration configuration) => services;

    public static IEndpointRouteBuilder MapFolkeregister(this IEndpointRouteBuilder routes) => routes;
}

using Felles.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Felles.Web.Maalinger;

public static class Metrics
{
    /// <summary>The one meter name of Felles; modules name their instruments <c>felles.&lt;modul&gt;.&lt;hva&gt;</c>.</summary>
    public const string MeterName = "Felles";

    public static IServiceCollection AddFellesMetrics(this IServiceCollection services, IConfiguration configuration) =>
        services.AddFellesOptions<MaalingerOptions>(configuration, "Felles:Maalinger").AddSingleton<MetricsCollector>();

    /// <summary><c>GET /metrics</c> in the Prometheus text format. Collection starts here, not at the first call.</summary>
    public static IEndpointRouteBuilder MapFellesMetrics(this IEndpointRouteBuilder routes)
    {
        var collector = routes.ServiceProvider.GetRequiredService<MetricsCollector>();
        var port = routes.ServiceProvider.GetRequiredService<IOptions<MaalingerOptions>>().Value.Port;
        // By the port of the connection: the port in the Host header is whatever the caller writes there.
        routes.MapGet("/metrics", (HttpContext http) => port is null || http.Connection.LocalPort == port
                ? Results.Text(collector.Write(), PrometheusText.ContentType)
                : Results.NotFound())
            .ExcludeFromDescription();
        return routes;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Felles.Web.Maalinger;

public static class Metrics
{
    /// <summary>The one meter name of Felles; modules name their instruments <c>felles.&lt;modul&gt;.&lt;hva&gt;</c>.</summary>
    public const string MeterName = "Felles";

    public static IServiceCollection AddFellesMetrics(this IServiceCollection services) => services.AddSingleton<MetricsCollector>();

    /// <summary><c>GET /metrics</c> in the Prometheus text format. Collection starts here, not at the first call.</summary>
    public static IEndpointRouteBuilder MapFellesMetrics(this IEndpointRouteBuilder routes)
    {
        var collector = routes.ServiceProvider.GetRequiredService<MetricsCollector>();
        routes.MapGet("/metrics", () => Results.Text(collector.Write(), PrometheusText.ContentType)).ExcludeFromDescription();
        return routes;
    }
}

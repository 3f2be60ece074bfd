using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Felles.Web.Vert;

/// <summary>Requests are logged by route template. Addresses hold identity numbers, and those never reach an application log.</summary>
public static partial class RequestLogging
{
    /// <summary>ASP.NET's own categories that write the path of a request, or carry it as a scope of every other line.</summary>
    private static readonly string[] CategoriesWithPaths =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Routing.Matching.DfaMatcher",
        "Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware",
        "Microsoft.AspNetCore.StaticFiles.StaticFileMiddleware",
        "Microsoft.AspNetCore.HttpsPolicy.HttpsRedirectionMiddleware",
        "Microsoft.AspNetCore.HttpLogging.HttpLoggingMiddleware",
    ];

    public static IServiceCollection AddRequestLogging(this IServiceCollection services) =>
        // After all configuration: the last rule of a category wins, so no setting can turn these on by mistake.
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            foreach (var category in CategoriesWithPaths)
            {
                options.Rules.Add(new LoggerFilterRule(providerName: null, category, LogLevel.None, filter: null));
            }
        });

    public static IApplicationBuilder UseRequestLogging(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Felles.Web.Request");
        // Decided once: the look-up path has no room for a timer that nobody reads.
        return logger.IsEnabled(LogLevel.Debug) ? app.Use((context, next) => Logged(logger, context, next)) : app;
    }

    private static async Task Logged(ILogger logger, HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var template = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            Request(logger, context.Request.Method, template, context.Response.StatusCode, elapsed);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "{Method} {RouteTemplate} answered {Status} in {Milliseconds:0.0} ms")]
    private static partial void Request(ILogger logger, string method, string routeTemplate, int status, double milliseconds);
}

using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Felles.Web.Vert;

/// <summary>Requests are logged by route template. Addresses hold identity numbers, and those never reach an application log.</summary>
public static partial class RequestLogging
{
    /// <summary>
    /// What ASP.NET's own categories begin with that write the path, query, host or first line of a request, route values or redirects, or
    /// carry them as a scope of every other line.
    /// </summary>
    private static readonly string[] CategoriesWithRequests =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Localization",
        "Microsoft.AspNetCore.Mvc",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Server.Kestrel.BadRequests",
        "Microsoft.AspNetCore.StaticFiles",
    ];

    public static IServiceCollection AddRequestLogging(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OutageLog>();
        // After all configuration. A rule of one provider, or of a longer name, beats one that only turns a category off; so every rule
        // there is gets the exception, and whichever is chosen keeps it.
        return services.PostConfigure<LoggerFilterOptions>(options =>
        {
            var rules = options.Rules.Select(WithoutRequests).ToArray();
            options.Rules.Clear();
            foreach (var rule in CategoriesWithRequests.Select(c => new LoggerFilterRule(null, c, LogLevel.None, null)).Concat(rules))
            {
                options.Rules.Add(rule);
            }
        });
    }

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
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            Request(logger, context.Request.Method, ErrorBoundary.Template(context), context.Response.StatusCode, elapsed);
        }
    }

    private static LoggerFilterRule WithoutRequests(LoggerFilterRule rule) => new(
        rule.ProviderName,
        rule.CategoryName,
        rule.LogLevel,
        (provider, category, level) =>
            !CategoriesWithRequests.Any(c => category?.StartsWith(c, StringComparison.OrdinalIgnoreCase) == true)
            && rule.Filter?.Invoke(provider, category, level) != false);

    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "{Method} {RouteTemplate} answered {Status} in {Milliseconds:0.0} ms")]
    private static partial void Request(ILogger logger, string method, string routeTemplate, int status, double milliseconds);
}

using System.Text.Json;
using Felles.Storage;
using Felles.Storage.Oppslagslogg;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Felles.Host.Oppstart;

/// <summary>
/// <c>/health/live</c> answers while the process can answer at all; <c>/health/ready</c> when it can do its work: modules add what that
/// takes.
/// </summary>
internal static class Readiness
{
    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<LookupLogCheck>("lookup-log");
        return services;
    }

    public static void MapReadiness(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(
            context.Response.Body,
            new { status = report.Status.ToString(), checks = report.Entries.ToDictionary(e => e.Key, e => Text(e.Value)) },
            JsonSerializerOptions.Web,
            context.RequestAborted);
    }

    private static string Text(HealthReportEntry entry) =>
        entry.Description is null ? entry.Status.ToString() : $"{entry.Status}: {entry.Description}";

    private sealed class DatabaseCheck(Database database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await database.ReadPrimaryAsync(
                    0,
                    static async (connection, _, ct) =>
                    {
                        await using var command = connection.CreateCommand();
                        command.CommandText = "select 1";
                        return await command.ExecuteScalarAsync(ct);
                    },
                    cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (DatabaseUnavailableException e)
            {
                return HealthCheckResult.Unhealthy("the database does not answer", e);
            }
        }
    }

    /// <summary>Every answer waits for its look-up log entry, so a host whose log is closed answers nothing.</summary>
    private sealed class LookupLogCheck(LookupLog log) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(log.IsOpen
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("the look-up log could not be written and is not open again yet"));
    }
}

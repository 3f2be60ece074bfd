using Felles.Kernel.Feil;
using Felles.Storage;
using Felles.Web.Administrasjon;
using Felles.Web.Problem;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Felles.Web.Vert;

/// <summary>
/// The outermost rim of every call. What escapes the modules is either the request's fault as the server itself judged it (4xx), a database
/// that does not answer (503, come back), or a bug (500). The body never tells what the exception says; the log does, by correlation id.
/// </summary>
public static partial class ErrorBoundary
{
    public static readonly Feilkode UventetFeil = new("uventet-feil", "Something went wrong here; it has been logged.", "alle tjenester");

    public static IApplicationBuilder UseErrorBoundary(this IApplicationBuilder app)
    {
        var logger = Logger(app.ApplicationServices);
        return app.Use(next => context => GuardAsync(context, next, logger));
    }

    /// <summary>The same rim around one endpoint that is short-circuited past all middleware, because its road has no room for
    /// it.</summary>
    public static RequestDelegate Around(RequestDelegate endpoint, IServiceProvider services)
    {
        var logger = Logger(services);
        return context => GuardAsync(context, endpoint, logger);
    }

    internal static (int Status, Feilkode Code) Judge(Exception e) => e switch
    {
        BadHttpRequestException bad => (bad.StatusCode, Administrasjonsfeilkoder.UgyldigForespoersel),
        DatabaseUnavailableException => (StatusCodes.Status503ServiceUnavailable, Administrasjonsfeilkoder.DatabaseUtilgjengelig),
        _ => (StatusCodes.Status500InternalServerError, UventetFeil),
    };

    /// <summary>The route without its values, which may be identity numbers.</summary>
    internal static string Template(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    private static ILogger Logger(IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger("Felles.Web.Error");

    private static async Task GuardAsync(HttpContext context, RequestDelegate next, ILogger logger)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up; there is nobody to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, e, logger);
        }
        catch (Exception e)
        {
            // Half an answer has left. The server would log the exception with all it says; the caller must see that the answer broke off.
            Unexpected(logger, context.Request.Method, Template(context), Korrelasjonsid.For(context), MaskedException.Text(e));
            context.Abort();
        }
    }

    private static Task AnswerAsync(HttpContext context, Exception e, ILogger logger)
    {
        context.Response.Clear();
        var (status, code) = Judge(e);
        if (code == UventetFeil)
        {
            Unexpected(logger, context.Request.Method, Template(context), Korrelasjonsid.For(context), MaskedException.Text(e));
        }

        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            OutageLog.Report(context, e);
            context.Response.Headers.RetryAfter = "2";
        }

        // A service with a documented error body of its own says so on its endpoints.
        context.Response.StatusCode = status;
        return context.GetEndpoint()?.Metadata.GetMetadata<ErrorBody>() is { } own
            ? own.WriteAsync(context, status)
            : Problemsvar.Av(status, code).ExecuteAsync(context);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Method} {RouteTemplate} failed ({CorrelationId}). {Cause}")]
    private static partial void Unexpected(ILogger logger, string method, string routeTemplate, string correlationId, string cause);
}

/// <summary>Endpoint metadata: writes the service's own documented body for a status that the service could not answer itself.</summary>
public sealed record ErrorBody(Func<HttpContext, int, Task> WriteAsync);

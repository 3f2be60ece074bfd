using Felles.Web.Problem;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Felles.Web.Vert;

/// <summary>
/// Tells the operator why calls are answered 503. A lost database fails every call of every caller, so one line in ten seconds has the
/// cause and the number of those that have none.
/// </summary>
public sealed partial class OutageLog(ILogger<OutageLog> logger, TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private long last = long.MinValue;
    private int untold;

    /// <summary>For whoever answers 503 in a documented body of its own; hosts without the log say nothing.</summary>
    public static void Report(HttpContext context, Exception cause) =>
        context.RequestServices.GetService<OutageLog>()?.Write(context, cause);

    private void Write(HttpContext context, Exception cause)
    {
        var now = clock.GetTimestamp();
        var before = Volatile.Read(ref last);
        if ((before != long.MinValue && clock.GetElapsedTime(before, now) < Between)
            || Interlocked.CompareExchange(ref last, now, before) != before)
        {
            Interlocked.Increment(ref untold);
            return;
        }

        Unavailable(
            logger,
            context.Request.Method,
            ErrorBoundary.Template(context),
            Korrelasjonsid.For(context),
            Interlocked.Exchange(ref untold, 0),
            MaskedException.Text(cause));
    }

    [LoggerMessage(
        EventId = 3,
        Level = LogLevel.Warning,
        Message = "{Method} {RouteTemplate} is answered 503 ({CorrelationId}); {Untold} others since the last line like this. {Cause}")]
    private static partial void Unavailable(
        ILogger logger, string method, string routeTemplate, string correlationId, int untold, string cause);
}

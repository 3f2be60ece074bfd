using System.Diagnostics;
using Felles.Web.Vert;
using Microsoft.AspNetCore.Http;

namespace Felles.Web.Telemetri;

/// <summary>
/// Names the server's span of a request by method and route template, and gives it the outcome; the server leaves that to whoever listens.
/// Method and route as the conventions of OpenTelemetry for HTTP spell them.
/// </summary>
internal sealed class Spanmerking : IObserver<KeyValuePair<string, object?>>
{
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    public static bool IsWanted(string name) => name.StartsWith(Request, StringComparison.Ordinal);

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is not { Key: Request + ".Stop", Value: HttpContext http } || Activity.Current is not { OperationName: Request } span)
            return;
        var (method, route, status) = (Method(http.Request.Method), ErrorBoundary.Template(http), http.Response.StatusCode);
        span.DisplayName = $"{method} {route}";
        span.SetTag("http.request.method", method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    // A method may be any word the caller likes.
    private static string Method(string method) => Methods.Contains(method) ? method : "_OTHER";
}

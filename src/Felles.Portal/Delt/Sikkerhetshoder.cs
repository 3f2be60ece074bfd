using Microsoft.AspNetCore.Mvc.Filters;

namespace Felles.Portal.Delt;

/// <summary>Headers of every page: no script or style from elsewhere, no inline script, no framing, no referrer.</summary>
internal sealed class Sikkerhetshoder : IAlwaysRunResultFilter
{
    private const string Innhold =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Innhold;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Felles.Bench.Motstykker;

/// <summary>The least a Kestrel endpoint can do: one route that sends the same bytes from memory.</summary>
internal static class BareKestrel
{
    public static async Task RunAsync(string url, string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(url);
        app.MapGet("/ready", () => Microsoft.AspNetCore.Http.Results.Ok());
        app.MapGet("/personer/{id}", async (HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        });
        await app.RunAsync();
    }
}

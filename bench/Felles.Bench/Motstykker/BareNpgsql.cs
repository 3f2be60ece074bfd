using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Felles.Bench.Motstykker;

/// <summary>The least an endpoint on PostgreSQL can do: one prepared point select, its bytes sent as they are.</summary>
internal static class BareNpgsql
{
    public static async Task RunAsync(string url, string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var text = connectionString + ";Max Auto Prepare=20;Auto Prepare Min Usages=1";
        await using var source = new NpgsqlSlimDataSourceBuilder(text).Build();
        await using var app = builder.Build();
        app.Urls.Add(url);
        app.MapGet("/ready", () => Microsoft.AspNetCore.Http.Results.Ok());
        app.MapGet("/personer/{id}", async (HttpContext context) =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var command = new NpgsqlCommand("select innhold from bare where id = $1", connection);
            command.Parameters.Add(new NpgsqlParameter<long>
            {
                TypedValue = long.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture),
            });
            var bytes = (byte[])(await command.ExecuteScalarAsync())!;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        });
        await app.RunAsync();
    }
}

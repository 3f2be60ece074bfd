using System.Collections.Concurrent;
using System.Text;
using Felles.Web.Telemetri;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Felles.Web.Tests.Telemetri;

public sealed class TelemetrisendingTests
{
    private const string Number = "24907999374";

    [Fact]
    public async Task Spans_and_metrics_leave_with_the_route_and_without_anything_the_caller_wrote()
    {
        // Makes the server put the path and the query on its spans by itself, which later versions do unasked.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var sent = new ConcurrentQueue<(string Path, string Body)>();
        await using var collector = await StartAsync([], app => app.MapPost("/v1/{signal}", async (HttpContext c, string signal) =>
        {
            using var body = new MemoryStream();
            await c.Request.Body.CopyToAsync(body);
            sent.Enqueue((signal, Encoding.Latin1.GetString(body.ToArray())));
        }));
        await using (var app = await StartAsync([$"--Felles:Telemetri:OtlpEndpoint={Address(collector)}"], Personer))
        {
            using var client = new HttpClient { BaseAddress = Address(app) };
            client.DefaultRequestHeaders.UserAgent.ParseAdd("agent/" + Number);
            client.DefaultRequestHeaders.Host = Number + ".example";
            client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            client.DefaultRequestHeaders.Add("tracestate", "a=" + Number);
            client.DefaultRequestHeaders.Add("baggage", "a=" + Number);
            Assert.Equal(Number, await client.GetStringAsync($"/personer/{Number}?navn={Number}"));
            await client.GetAsync("/finnes-ikke/" + Number);
            await app.StopAsync();
        }

        Assert.Contains(sent, s => s.Path == "traces" && s.Body.Contains("GET /personer/{id}"));
        Assert.Contains(sent, s => s.Path == "metrics" && s.Body.Contains("http.server.request.duration"));
        Assert.DoesNotContain(sent, s => s.Body.Contains(Number));
    }

    [Fact]
    public async Task Without_an_endpoint_nobody_listens_to_the_server()
    {
        await using var app = await StartAsync([], Personer);
        using var source = new System.Diagnostics.ActivitySource("Microsoft.AspNetCore");
        Assert.False(source.HasListeners());
    }

    private static void Personer(WebApplication app) => app.MapGet("/personer/{id}", (string id) => Results.Text(id));

    private static Uri Address(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static async Task<WebApplication> StartAsync(string[] args, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddTelemetri(builder.Configuration);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        map(app);
        await app.StartAsync();
        return app;
    }
}

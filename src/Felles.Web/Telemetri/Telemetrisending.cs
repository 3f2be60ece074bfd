using System.Diagnostics;
using Felles.Storage;
using Felles.Web.Maalinger;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Felles.Web.Telemetri;

/// <summary>
/// Sends a span for each request and all metrics to a collector, when the settings name one. Nothing listens otherwise, so the server makes
/// no spans and a look-up costs what it did.
/// </summary>
internal sealed class Telemetrisending(IOptions<TelemetriOptions> options, DiagnosticListener server) : IHostedService, IDisposable
{
    private IDisposable? naming;
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.OtlpEndpoint is not { Length: > 0 } endpoint)
            return Task.CompletedTask;
        var resource = ResourceBuilder.CreateDefault()
            .AddService("felles", serviceVersion: typeof(Telemetrisending).Assembly.GetName().Version?.ToString(3));
        naming = server.Subscribe(new Spanmerking(), Spanmerking.IsWanted);
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore")
            // Before the exporter: processors see a span in the order that they were added.
            .AddProcessor(new Spanvask())
            .AddOtlpExporter(otlp => Send(otlp, endpoint, "traces"))
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Metrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
            .AddOtlpExporter(otlp => Send(otlp, endpoint, "metrics"))
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>What was gathered leaves before the program does.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        naming?.Dispose();
        traces?.Dispose();
        metrics?.Dispose();
    }

    private static void Send(OtlpExporterOptions otlp, string endpoint, string signal)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/v1/{signal}");
    }
}

public static class TelemetriRegistrering
{
    public static IServiceCollection AddTelemetri(this IServiceCollection services, IConfiguration configuration) =>
        services.AddFellesOptions<TelemetriOptions>(configuration, "Felles:Telemetri").AddHostedService<Telemetrisending>();
}

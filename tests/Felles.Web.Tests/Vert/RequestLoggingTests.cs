using System.Collections.Concurrent;
using Felles.Web.Vert;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Felles.Web.Tests.Vert;

public sealed class RequestLoggingTests
{
    private const string Number = "24907999374";

    [Fact]
    public async Task A_number_in_the_address_reaches_no_log_even_when_everything_is_logged()
    {
        using var log = new CollectingProvider();
        var builder = WebApplication.CreateBuilder(["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace"]);
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddRequestLogging();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseRequestLogging();
        app.MapGet("/personer/{id}", (string id) => Results.Text(id));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

        Assert.Equal(Number, await client.GetStringAsync("/personer/" + Number));
        await client.GetAsync("/finnes-ikke/" + Number);
        await app.StopAsync();

        Assert.Contains(log.Lines, line => line.Contains("GET /personer/{id} answered 200"));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Number));
    }

    private sealed class CollectingProvider : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue("scope " + string.Join(' ', state as IEnumerable<KeyValuePair<string, object?>> ?? []));
            return null;
        }

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(
                formatter(state, exception) + exception + string.Join(' ', state as IEnumerable<KeyValuePair<string, object?>> ?? []));

        public void Dispose()
        {
        }
    }
}

using System.Net;
using System.Text.Json;
using Felles.Storage;
using Felles.Web.Vert;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Felles.Web.Tests.Vert;

public sealed class ErrorBoundaryTests : IAsyncLifetime
{
    private readonly CollectingProvider log = new();
    private WebApplication? app;
    private HttpClient? client;

    private HttpClient Client => client!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddRequestLogging();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseErrorBoundary();
        app.MapGet("/database", string () => throw new DatabaseUnavailableException("secret host"));
        app.MapGet("/bug", string () => throw new InvalidOperationException("secret 24907999374"));
        app.MapGet("/integer", string () => throw new InvalidOperationException($"duplicate key ({4855998918})"));
        app.MapPost("/body", (HttpContext c) => throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge));
        app.MapGet("/half/{id}", async (HttpContext c, string id) =>
        {
            await c.Response.WriteAsync("half");
            await c.Response.Body.FlushAsync();
            throw new InvalidOperationException(id);
        });
        app.MapGet("/own", string () => throw new InvalidOperationException())
            .WithMetadata(new ErrorBody((context, status) => context.Response.WriteAsync("egen " + status)));
        await app.StartAsync();
        client = new HttpClient
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        log.Dispose();
    }

    [Fact]
    public async Task A_lost_database_is_503_with_Retry_After()
    {
        using var answer = await Client.GetAsync("/database");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter?.Delta);
        Assert.Equal("database-utilgjengelig", await CodeAsync(answer));
    }

    [Fact]
    public async Task The_cause_of_a_503_is_logged_once_and_not_for_every_call()
    {
        string? first = null;
        for (var i = 0; i < 20; i++)
        {
            using var answer = await Client.GetAsync("/database");
            first ??= answer.Headers.GetValues("Korrelasjonsid").Single();
        }

        var line = Assert.Single(log.Lines, l => l.Contains("answered 503"));
        Assert.Contains($"GET /database is answered 503 ({first})", line);
        Assert.Contains("DatabaseUnavailableException: secret host", line);
    }

    [Fact]
    public async Task A_number_in_an_exception_is_masked_in_the_log()
    {
        using var answer = await Client.GetAsync("/bug");
        Assert.Contains("secret ***********", Assert.Single(log.Lines, l => l.Contains("GET /bug failed")));
        using var integer = await Client.GetAsync("/integer");
        Assert.Contains("duplicate key (***********)", Assert.Single(log.Lines, l => l.Contains("GET /integer failed")));
        await Assert.ThrowsAnyAsync<Exception>(() => Client.GetStringAsync("/half/24907999374"));
        Assert.Contains(log.Lines, l => l.Contains("GET /half/{id} failed"));
        Assert.DoesNotContain(log.Lines, l => l.Contains("24907999374"));
    }

    [Fact]
    public async Task A_bug_is_500_with_a_code_and_nothing_of_the_exception()
    {
        using var answer = await Client.GetAsync("/bug");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync());
        Assert.Equal("uventet-feil", await CodeAsync(answer));
        Assert.True(answer.Headers.Contains("Korrelasjonsid"));
    }

    [Fact]
    public async Task What_the_server_refuses_keeps_its_status()
    {
        using var answer = await Client.PostAsync("/body", new StringContent("x"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("ugyldig-forespoersel", await CodeAsync(answer));
    }

    [Fact]
    public async Task A_service_with_its_own_error_body_writes_it()
    {
        using var answer = await Client.GetAsync("/own");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("egen 500", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("kode").GetString();
    }
}

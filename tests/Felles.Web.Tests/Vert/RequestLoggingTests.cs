using System.Net.Sockets;
using System.Text;
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

    [Theory]
    [InlineData("LogLevel:Default", "LogLevel:Microsoft")]
    [InlineData("Samler:LogLevel:Default", "Samler:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("Samler:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics*", "Samler:LogLevel:Microsoft.*.BadRequests")]
    [InlineData("LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics*", "LogLevel:Microsoft.AspNetCore.Server.Kestrel.BadRequests*")]
    public async Task A_number_in_the_address_reaches_no_log_whatever_the_settings_turn_on(string one, string other)
    {
        using var log = new CollectingProvider();
        var builder = WebApplication.CreateBuilder(
            [$"--Logging:{one}=Trace", $"--Logging:{other}=Trace", "--Logging:Samler:LogLevel:Felles=Debug"]);
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddRequestLogging();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseRequestLogging();
        app.MapGet("/personer/{id}", (string id) => Results.Text(id));
        app.MapGet("/tall/{id}", (int id) => Results.Text($"{id}"));
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var client = new HttpClient { BaseAddress = address };

        Assert.Equal(Number, await client.GetStringAsync("/personer/" + Number));
        await client.GetAsync("/finnes-ikke/" + Number);
        await client.GetAsync("/tall/" + Number);
        await SendAsync(address, $"GET /personer/{Number} tull HTTP/1.1\r\n\r\n");
        await app.StopAsync();

        Assert.Contains(log.Lines, line => line.Contains("GET /personer/{id} answered 200"));
        Assert.DoesNotContain(log.Lines, line => line.Contains(Number));
    }

    private static async Task SendAsync(Uri address, string raw)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(raw));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 400", await reader.ReadToEndAsync());
    }
}

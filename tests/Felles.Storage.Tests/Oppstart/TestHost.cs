using Felles.Testing.Databaser;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Felles.Storage.Tests.Oppstart;

/// <summary>A host with the storage alone, set as a user would set it.</summary>
internal static class TestHost
{
    public static Task<IHost> StartAsync(TestDatabase test, Action<IServiceCollection, IConfiguration>? more = null) =>
        StartAsync(more, $"Felles:DataDirectory={test.Folder}", $"Felles:Database={test.ConnectionString ?? "sqlite"}");

    public static async Task<IHost> StartAsync(Action<IServiceCollection, IConfiguration>? more, params string[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        foreach (var setting in settings) builder.Configuration[setting[..setting.IndexOf('=')]] = setting[(setting.IndexOf('=') + 1)..];
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddStorage(builder.Configuration);
        more?.Invoke(builder.Services, builder.Configuration);
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }
}

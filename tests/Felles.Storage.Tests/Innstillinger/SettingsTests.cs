using System.ComponentModel.DataAnnotations;
using Felles.Storage.Tests.Oppstart;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Felles.Storage.Tests.Innstillinger;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Felles:Mod=Produksjon", "Felles:Mod")]
    [InlineData("Felles:Mode=Produksjn", "Felles:Mode")]
    [InlineData("Felles:Mode=7", "Felles:Mode")]
    [InlineData("Felles:Miljoe=prod", "Felles:Miljoe")]
    [InlineData("Felles:Database=oracle", "Felles:Database")]
    [InlineData("Felles:DataDirectory=", "Felles:DataDirectory")]
    [InlineData("Felles:PublicUrl=localhost", "Felles:PublicUrl")]
    [InlineData("Felles:Mode=Produksjon", "Felles:Database")]
    [InlineData("Felles:ReadReplicas=other:5432", "Felles:ReadReplicas")]
    [InlineData("Felles:Prove:Stoerelse=mange", "Felles:Prove:Stoerelse")]
    [InlineData("Felles:Prove:Stoerelse=0", "Felles:Prove:Stoerelse")]
    [InlineData("Felles:Prove:Stoerelsen=1", "Felles:Prove:Stoerelsen")]
    [InlineData("Felles:Prove:Stoerelse:Under=1", "Felles:Prove:Stoerelse")]
    [InlineData("Felles:Proven:Stoerelse=1", "Felles:Proven")]
    [InlineData("Felles:Prove:Del:Ukjent=1", "Felles:Prove:Del:Ukjent")]
    [InlineData("Felles:Prove:Del:Antall=0", "Felles:Prove:Del:Antall")]
    [InlineData("Felles:Prove:Deler:0:Antall=0", "Felles:Prove:Deler:0:Antall")]
    [InlineData("Felles:Database=Host=x;Tull=1", "Felles:Database")]
    public async Task A_wrong_or_unknown_setting_stops_the_start_and_is_named(string setting, string named)
    {
        var folder = Directory.CreateTempSubdirectory("felles-settings-");
        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => StartAsync($"Felles:DataDirectory={folder.FullName}", setting));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Empty(folder.GetFileSystemInfos()); // nothing was made before the settings were judged
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Known_settings_of_every_shape_are_taken()
    {
        var folder = Directory.CreateTempSubdirectory("felles-settings-");
        using var host = await StartAsync(
            $"Felles:DataDirectory={folder.FullName}", "felles:mode=sandkasse", "Felles:Prove:Stoerelse=3", "Felles:Prove:Navn:0=a", "Felles:Prove:Navn:1=b",
            "Felles:Prove:Del:Tid=00:00:05", "Felles:Prove:Kart:hva som helst=1", "Annet:Noe=1");

        var options = host.Services.GetRequiredService<IOptions<ProveOptions>>().Value;
        Assert.Equal(3, options.Stoerelse);
        Assert.Equal(["a", "b"], options.Navn);
        Assert.Equal(TimeSpan.FromSeconds(5), options.Del.Tid);
        Assert.Equal(1, options.Kart["hva som helst"]);
        await host.StopAsync();
        host.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Start_up_steps_run_in_order_before_any_service_starts()
    {
        var folder = Directory.CreateTempSubdirectory("felles-settings-");
        var order = new List<int>();
        using var host = await TestHost.StartAsync(
            (services, _) => services
                .AddSingleton<IStartupStep>(new Step(20, order))
                .AddSingleton<IStartupStep>(new Step(10, order))
                .AddHostedService(_ => new Service(order)),
            $"Felles:DataDirectory={folder.FullName}");

        Assert.Equal([10, 20, 1000], order);
        await host.StopAsync();
        host.Dispose();
        folder.Delete(recursive: true);
    }

    private static Task<IHost> StartAsync(params string[] settings) => TestHost.StartAsync(
        (services, configuration) => services.AddFellesOptions<ProveOptions>(configuration, "Felles:Prove"), settings);

    private sealed class ProveOptions
    {
        [Range(1, 10)]
        public int Stoerelse { get; set; } = 1;

        public string[] Navn { get; set; } = [];

        public Dictionary<string, int> Kart { get; set; } = [];

        public ProveDel Del { get; set; } = new();

        public ProveDel[] Deler { get; set; } = [];
    }

    private sealed class ProveDel
    {
        public TimeSpan Tid { get; set; }

        [Range(1, 10)]
        public int Antall { get; set; } = 1;
    }

    private sealed class Step(int number, List<int> order) : IStartupStep
    {
        public int Order => number;

        public Task RunAsync(CancellationToken ct)
        {
            order.Add(number);
            return Task.CompletedTask;
        }
    }

    private sealed class Service(List<int> order) : BackgroundService
    {
        public override Task StartAsync(CancellationToken cancellationToken)
        {
            order.Add(1000);
            return base.StartAsync(cancellationToken);
        }

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }
}

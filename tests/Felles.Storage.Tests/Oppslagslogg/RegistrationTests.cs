using Felles.Storage.Oppslagslogg;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Felles.Storage.Tests.Oppslagslogg;

public sealed class RegistrationTests
{
    [Fact]
    public async Task The_log_starts_as_a_step_of_the_program_and_is_sealed_when_it_ends()
    {
        var folder = Directory.CreateTempSubdirectory("felles-logg-").FullName;
        var services = Services(("Felles:DataDirectory", folder), ("Felles:LookupLog:SegmentAge", "00:30:00"));
        await using (var provider = services.BuildServiceProvider())
        {
            await provider.GetServices<IStartupStep>().Single(s => s is LookupLogStep).RunAsync(default);
            await provider.GetRequiredService<LookupLog>().AppendAsync(Oppslag.Enkelt(7, 1));
            var page = await provider.GetRequiredService<LookupLogReader>().ForPersonAsync(7, Oppslag.Start, Oppslag.Start.AddDays(1));
            Assert.Equal(Oppslag.Enkelt(7, 1).Jti, Assert.Single(page.Lookups).Record.Jti);
        }

        await using (var verifier = LookupLogVerifier.ForFolder(folder))
        {
            var report = await verifier.VerifyAsync();
            Assert.True(report.Intact);
            Assert.Equal((1, 1), (report.Segments, report.Records));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("SegmentAge", "00:00:00")]
    [InlineData("Retention", "00:00:01")]
    [InlineData("MaxBatchBytes", "1")]
    [InlineData("SegmentBytes", "0")]
    public void A_setting_out_of_bounds_is_named(string key, string value)
    {
        using var provider = Services(($"Felles:LookupLog:{key}", value)).BuildServiceProvider();
        var refusal = Assert.Throws<InvalidSettingException>(() => provider.GetRequiredService<IOptions<LookupLogOptions>>().Value);
        Assert.Contains($"Felles:LookupLog:{key}", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceCollection Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddMetrics();
        services.AddFellesOptions<FellesOptions>(configuration, FellesOptions.Section);
        services.AddLookupLog(configuration);
        return services;
    }
}

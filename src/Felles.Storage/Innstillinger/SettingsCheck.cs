using Microsoft.Extensions.Configuration;

namespace Felles.Storage;

/// <summary>Stops the start when a setting under <c>Felles:</c> is wrong or unknown, before anything is read or written.</summary>
internal sealed class SettingsCheck(
    IServiceProvider services, IConfiguration configuration, KnownSettings known, IEnumerable<CheckedOptions> options)
    : IStartupStep
{
    public int Order => int.MinValue;

    public Task RunAsync(CancellationToken ct)
    {
        var unknown = known.Unknown(configuration);
        if (unknown.Count > 0)
            throw new InvalidSettingException(
                $"Unknown setting: {string.Join(", ", unknown)}. Is it misspelt? Settings are listed in docs/operations.md.");
        foreach (var each in options) each.Check(services);
        return Task.CompletedTask;
    }
}

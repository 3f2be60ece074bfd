namespace Felles.Host.Oppstart;

/// <summary>
/// Keeps what ends the start out of the log, where the host and the server would each write it with its stack trace: the program tells it
/// itself, once. After the start everything is logged.
/// </summary>
internal sealed class QuietStart
{
    private static readonly string[] Tellers = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];

    private volatile bool started;

    public void Started() => started = true;

    public void Filter(LoggerFilterOptions options)
    {
        for (var i = 0; i < options.Rules.Count; i++)
        {
            var rule = options.Rules[i];
            options.Rules[i] = new LoggerFilterRule(
                rule.ProviderName,
                rule.CategoryName,
                rule.LogLevel,
                (provider, category, level) =>
                    (started || level < LogLevel.Error || !Tellers.Contains(category))
                    && rule.Filter?.Invoke(provider, category, level) != false);
        }
    }
}

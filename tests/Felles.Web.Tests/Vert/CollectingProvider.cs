using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Felles.Web.Tests.Vert;

/// <summary>Keeps every line and scope it is given, with all their values.</summary>
[ProviderAlias("Samler")]
internal sealed class CollectingProvider : ILoggerProvider, ILogger
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

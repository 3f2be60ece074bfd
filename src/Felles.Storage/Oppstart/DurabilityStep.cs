using Microsoft.Extensions.Logging;

namespace Felles.Storage;

/// <summary>Says in the log on what the promise rests that an acknowledged write is kept: one line for each writer connection.</summary>
internal sealed partial class DurabilityStep(Database database, ILogger<DurabilityStep> logger) : IStartupStep
{
    // After the migrations, which open the writer.
    public int Order => 1;

    public Task RunAsync(CancellationToken ct)
    {
        foreach (var proof in database.Durability)
            LogProof(proof.Connection, string.Join(", ", proof.Settings.Select(s => $"{s.Key} = {s.Value}")));
        return Task.CompletedTask;
    }

    [LoggerMessage(EventId = 1130, Level = LogLevel.Information, Message = "Writes are durable on {Connection}: {Settings}")]
    private partial void LogProof(string connection, string settings);
}

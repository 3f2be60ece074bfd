namespace Felles.Storage;

/// <summary>What one writer connection answered about its durability settings when it was opened.</summary>
public sealed record DurabilityProof(string Connection, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>A commit is on the disk when it is reported. Only the look-up log can be allowed to go on without.</summary>
    public bool Durable { get; init; } = true;

    public override string ToString() => string.Join(' ', Settings.Select(s => $"{s.Key}={s.Value}"));
}

/// <summary>A writer connection answered that an acknowledged write could be lost. The program does not run on such a database.</summary>
public sealed class DurabilityException(string message) : Exception(message);

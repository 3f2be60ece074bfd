namespace Felles.Storage;

/// <summary>What one writer connection answered about its durability settings when it was opened.</summary>
public sealed record DurabilityProof(string Connection, IReadOnlyDictionary<string, string> Settings);

/// <summary>A writer connection answered that an acknowledged write could be lost. The program does not run on such a database.</summary>
public sealed class DurabilityException(string message) : Exception(message);

namespace Felles.Storage;

/// <summary>The database and the program's migrations do not agree; the message says how, and the program does not start.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);

namespace Felles.Storage;

/// <summary>Other hosts run on the PostgreSQL database that was to be emptied.</summary>
public sealed class DatabaseInUseException()
    : Exception("Other hosts, or a command, have the PostgreSQL database open. Stop them first; nothing was removed.");

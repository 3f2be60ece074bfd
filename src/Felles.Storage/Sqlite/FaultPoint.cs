namespace Felles.Storage.Sqlite;

/// <summary>Where tests can make the disk fail.</summary>
internal enum FaultPoint
{
    Commit,
}

namespace Felles.Storage;

/// <summary>Where tests can make the disk or the connection fail.</summary>
internal enum FaultPoint
{
    /// <summary>The units have run; nothing is durable.</summary>
    BeforeCommit,

    /// <summary>All is durable, and nobody has been told.</summary>
    AfterCommit,
}

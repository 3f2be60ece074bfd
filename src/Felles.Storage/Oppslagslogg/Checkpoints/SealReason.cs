namespace Felles.Storage.Oppslagslogg.Checkpoints;

/// <summary>Why a segment was closed. The numbers are stored and hashed.</summary>
internal enum SealReason : long
{
    None = 0,
    Size = 1,
    Age = 2,

    /// <summary>A segment lies in one month, so that a month's partition can be dropped whole.</summary>
    Month = 3,
    Shutdown = 4,

    /// <summary>The writer died or lost its database; a later start sealed what it had made durable.</summary>
    Abandoned = 5,
}

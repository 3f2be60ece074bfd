using System.ComponentModel.DataAnnotations;

namespace Felles.Storage.Oppslagslogg;

/// <summary>Settings under <c>Felles:LookupLog</c>.</summary>
public sealed class LookupLogOptions
{
    public const string Section = "Felles:LookupLog";

    /// <summary>
    /// A group commit takes no more than this; callers wait while the batch behind it is full. With the batch being flushed it bounds the
    /// memory.
    /// </summary>
    [Range(64 * 1024, 256 * 1024 * 1024)]
    public int MaxBatchBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Callers that may wait for room in a batch. Further ones are refused at once.</summary>
    [Range(1, 10_000_000)]
    public int MaxWaiting { get; set; } = 10_000;

    /// <summary>A segment is sealed and anchored when it has this many bytes …</summary>
    [Range(64 * 1024, 16L * 1024 * 1024 * 1024)]
    public long SegmentBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>… or this age, also when nothing more is written.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "31.00:00:00")]
    public TimeSpan SegmentAge { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The index by person and organisation is built behind the log, in runs of this many records; a read scans what is not in it yet.
    /// </summary>
    [Range(1, 10_000_000)]
    public int IndexAfterRecords { get; set; } = 65_536;

    /// <summary>At a thousand commits a second a writer has so many after twelve days, and begins another chain.</summary>
    internal long MaxBlocks { get; init; } = 1 << 30;

    /// <summary>
    /// How long segments are kept. Nothing is dropped without this setting: the purpose and the law of each installation decide.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "36525.00:00:00")]
    public TimeSpan? Retention { get; set; }

    /// <summary>
    /// Each new head of the checkpoint chain is appended to this file as well. Put it where the database's administrator cannot write.
    /// </summary>
    public string? AnchorFile { get; set; }

    /// <summary>
    /// Refuses to start on a database that reports a commit before it is on disk. Turn off only where losing the log is allowed.
    /// </summary>
    public bool RequireDurable { get; set; } = true;
}

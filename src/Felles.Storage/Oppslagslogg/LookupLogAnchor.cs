using Felles.Storage.Oppslagslogg.Checkpoints;

namespace Felles.Storage.Oppslagslogg;

/// <summary>
/// A head of the checkpoint chain. Kept by somebody who cannot write to the database, it proves later that everything up to it is
/// unchanged: give it to the verification.
/// </summary>
/// <param name="Number">The number of the checkpoint.</param>
/// <param name="Hash">Its SHA-256 in lower-case hexadecimal digits.</param>
/// <param name="Time">When it was made, by the clock of the host that made it.</param>
public sealed record LookupLogAnchor(long Number, string Hash, DateTimeOffset Time)
{
    /// <summary>Reads a file such as <c>Felles:LookupLog:AnchorFile</c>, also while a host appends to it.</summary>
    /// <exception cref="FormatException">A line is not an anchor; the message names it.</exception>
    public static async Task<IReadOnlyList<LookupLogAnchor>> ReadFileAsync(string file, CancellationToken ct = default)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. AnchorFile.Parse((await reader.ReadToEndAsync(ct)).ReplaceLineEndings("\n").Split('\n'))];
    }
}
